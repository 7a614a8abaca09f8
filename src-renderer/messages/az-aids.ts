/** Azerbaijani about aids to reading. A noun after a number stays in the singular. */
import type { AidWords } from './en-aids.ts'

const count = (n: number, noun: string): string => `${n.toLocaleString('az')} ${noun}`

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
    within: (article) => `Məqalə: ${article}`,
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
    found: (n) => count(n, 'bölmə'),
    none: 'Bu məqalənin heç bir bölməsində bu sözlər yoxdur.',
    all: 'Bütün kitabxanada axtar',
  },
  listening: {
    listen: 'Dinlə',
    stop: 'Dayandır',
    pause: 'Fasilə ver',
    goOn: 'Davam et',
    reading: (title) => `Səslə oxunur: ${title}`,
    ended: 'Bölmə sona qədər oxundu.',
    failed: 'Bu kompüterin səsi cavab vermir.',
    row: (column, value) => `${column}: ${value}.`,
  },
}
