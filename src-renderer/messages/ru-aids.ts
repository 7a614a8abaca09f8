/** Russian about aids to reading. */
import type { AidWords } from './en-aids.ts'

export const ruAids: AidWords = {
  second: {
    name: (title) => `Вторая панель: ${title}`,
    open: 'Открыть рядом',
    close: 'Закрыть вторую панель',
    fold: 'Показать первую панель',
    unfold: 'Показать вторую панель',
    find: 'Найти во второй панели',
    section: 'Раздел',
    part: 'Статья длинная: панель показывает один её раздел.',
  },
  years: {
    open: 'Показатели на одной оси лет',
    title: 'Два показателя на одной оси лет',
    first: 'Первый показатель',
    other: 'Второй показатель',
    hint: '«Неизвестно»: у показателя нет значения за этот год.',
  },
  preview: {
    name: (title) => `Предпросмотр: ${title}`,
    noText: 'Этот раздел начинается с таблицы или рисунка.',
  },
  mentions: {
    title: 'Где упоминается',
  },
  term: {
    lookUp: (word) => `Найти термин «${word}»`,
    name: (word) => `Термин «${word}»`,
    none: (word) => `Слова «${word}» нет среди терминов этой библиотеки.`,
    also: 'также:',
    avoid: 'не употребляется:',
    search: (word) => `Искать «${word}»`,
  },
  within: {
    label: 'Искать в этой статье',
  },
  reference: {
    title: 'Скопировать ссылку в стиле:',
    short: 'Краткая',
    numbered: 'Нумерованная',
    authorDate: 'Автор и год',
    gost: 'ГОСТ Р 7.0.5',
    noDate: 'б. г.',
  },
  listening: {
    listen: 'Слушать',
    stop: 'Остановить',
    pause: 'Пауза',
    goOn: 'Продолжить',
    ended: 'Раздел прочитан до конца.',
    failed: 'Голос этого компьютера не отвечает.',
    row: (column, value) => `${column}: ${value}.`,
  },
}
