/** Azerbaijani about aids to reading. */
import type { AidWords } from './en-aids.ts'

export const azAids: AidWords = {
  second: {
    name: (title) => `İkinci panel: ${title}`,
    open: 'Yanında aç',
    close: 'İkinci paneli bağla',
    fold: 'Birinci paneli göstər',
    unfold: 'İkinci paneli göstər',
    find: 'İkinci paneldə tap',
    section: 'Bölmə',
    part: 'Məqalə uzundur. Panel onun bir bölməsini göstərir.',
  },
  years: {
    open: 'Göstəricilər bir il oxunda',
    title: 'İki göstərici bir il oxunda',
    first: 'Birinci göstərici',
    other: 'İkinci göstərici',
    hint: '“Məlum deyil”: göstəricidə həmin il üçün qiymət yoxdur.',
  },
  preview: {
    name: (title) => `Önbaxış: ${title}`,
    noText: 'Bu bölmə cədvəl və ya şəkillə başlayır.',
  },
  mentions: {
    title: 'Harada xatırlanır',
  },
  term: {
    lookUp: (word) => `“${word}” sözünə bax`,
    name: (word) => `“${word}” termini`,
    none: (word) => `“${word}” bu kitabxananın terminləri arasında yoxdur.`,
    also: 'həmçinin:',
    avoid: 'işlədilmir:',
    search: (word) => `“${word}” sözünü axtar`,
  },
  within: {
    label: 'Bu məqalədə axtar',
  },
  reference: {
    title: 'İstinadı üslubda köçür:',
    short: 'Qısa',
    numbered: 'Nömrəli',
    authorDate: 'Müəllif və il',
    gost: 'ГОСТ Р 7.0.5',
    noDate: 'tarixsiz',
  },
  listening: {
    listen: 'Dinlə',
    stop: 'Dayandır',
    pause: 'Fasilə ver',
    goOn: 'Davam et',
    ended: 'Bölmə sona qədər oxundu.',
    failed: 'Bu kompüterin səsi cavab vermir.',
    row: (column, value) => `${column}: ${value}.`,
  },
}
