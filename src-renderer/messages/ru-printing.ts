/** Russian words on paper and about printing. */
import type { PrintingWords } from './en-printing.ts'

const plural = new Intl.PluralRules('ru')
const count = (n: number, one: string, few: string, many: string): string => {
  const form = plural.select(n)
  return `${n.toLocaleString('ru')} ${form === 'one' ? one : form === 'few' ? few : many}`
}

export const ruPrinting: PrintingWords = {
  paper: {
    language: 'ru',
    pageOf: ['Страница ', ' из ', ''],
    edition: (edition) => `Выпуск ${edition}`,
    printed: (date) => `напечатано ${date}`,
    section: (number) => `Раздел ${number}`,
    sectionCount: (n) => count(n, 'раздел', 'раздела', 'разделов'),
    contents: 'Содержание',
    endMatter: 'Примечания и источники',
    article: 'Статья',
    factsAsOf: 'Сведения на',
    undated: 'дата не указана',
    withEdition: (date, edition) => `${date} · выпуск ${edition}`,
    confidence: 'Надёжность',
    newsOf: 'Новость от',
    summarised: (date) => `изложено ${date}`,
    sources: 'Источники',
    sourcesAtEnd: (numbers) => `${numbers}; список в конце`,
    noSource: 'не указаны',
    notes: 'Примечания',
    elsewhere: 'Упомянуто здесь, но не вошло в этот документ',
    within: (title, article) => `${title}, в статье «${article}»`,
    published: (date) => `опубликовано: ${date}`,
    noDate: 'без даты',
    excerpt: 'прочитана только часть',
    copyReadAt: 'Прочитанная копия:',
    read: (date) => `прочитано: ${date}`,
    citedIn: (sections) => `Упоминается в: ${sections}.`,
    introduction: 'введение',
    ownNotes: 'Для ваших записей',
    leavesOut: 'Что не вошло в изложение',
    evidence: {
      title: (query) => `Результаты поиска: ${query}`,
      query: 'Искали',
      filters: 'Фильтры',
      noFilters: 'без фильтров',
      order: 'Порядок',
      also: 'Искали также',
      found: 'Найдено',
      all: (total) => `разделов: ${total}, здесь все`,
      first: (total, shown) => `разделов: ${total}, здесь первые ${shown}`,
      searched: 'Где искали',
      pack: (title, edition) => `${title}, выпуск ${edition}`,
      day: 'Дата поиска',
    },
  },
  preview: {
    title: (section) => `Печать: ${section}`,
    pages: 'Страницы',
    thumbnails: 'Все страницы в уменьшенном виде',
    page: (n, total) => `Страница ${n} из ${total}`,
    previousPage: 'Предыдущая страница',
    nextPage: 'Следующая страница',
    extent: (pages) =>
      `${count(pages, 'страница', 'страницы', 'страниц')}, при двусторонней печати ` +
      count(Math.ceil(pages / 2), 'лист', 'листа', 'листов'),
    preparing: 'Страницы готовятся…',
    steps: {
      reading: (done, all) => `Страницы готовятся: прочитано статей ${done} из ${all}`,
      drawing: (done, all) => `Страницы готовятся: раздел ${done} из ${all}`,
      pass: (pass, all) =>
        all === 1 ? 'Страницы готовятся: вёрстка' : `Страницы готовятся: вёрстка, проход ${pass} из ${all}`,
      finishing: (pages) => `Завершается: ${count(pages, 'страница', 'страницы', 'страниц')}`,
      showing: 'Страницы открываются',
    },
    cancel: 'Отменить',
    cancelled: 'Страницы не подготовлены. Измените параметр или подготовьте их сейчас.',
    prepare: 'Подготовить страницы',
    options: 'Параметры',
    preset: 'Назначение',
    presets: {
      standard: { name: 'Обычная печать', hint: '12 пунктов, для папки или стола' },
      handout: { name: 'Раздаточный лист', hint: '16 пунктов, свой заголовок, без названия справочника' },
      caseFile: { name: 'Для дела', hint: '12 пунктов, с линейками для записей' },
      briefing: { name: 'Справка', hint: '12 пунктов, с обложкой и содержанием' },
      training: { name: 'Для занятия', hint: '14 пунктов, широкое поле, каждый раздел с новой страницы' },
    },
    textSize: 'Размер текста',
    points: (n) => `${n} пт`,
    paper: 'Бумага',
    papers: { A4: 'A4', A5: 'A5', Letter: 'Letter' },
    include: 'Что печатать',
    hits: 'Сколько результатов',
    firstHits: (n) => `Первые ${n}`,
    allHits: (n) => `Все (${n})`,
    subsections: 'Подразделы',
    parts: {
      facts: 'Таблица сведений',
      sources: 'Список источников',
      notesArea: 'Линейки для записей',
      helpNumbers: 'Телефоны помощи',
      contents: 'Страница содержания',
      cover: 'Обложка',
    },
    ownTitle: 'Заголовок на бумаге',
    ownTitleHint: 'Оставьте пустым, чтобы взять заголовок раздела. Не сохраняется.',
    print: 'Печать…',
    savePdf: 'Сохранить PDF…',
    saved: (path) => `Сохранено: ${path}`,
    printed: 'Отправлено на принтер.',
    opened: 'Окно печати браузера открывается в новой вкладке.',
    paperWarning:
      'Напечатанные страницы и сохранённые файлы остаются там, где вы их оставите. Могут остаться и в памяти принтера.',
    noPreview:
      'В браузере готовые страницы здесь показать нельзя, и сам Fieldshelf не может сделать файл PDF. ' +
      '«Печать» открывает те же страницы в новой вкладке с окном печати браузера: там можно напечатать их или сохранить как PDF. ' +
      'Тогда в содержании не будет номеров страниц.',
    notShown:
      'Страницы готовы, но показать их здесь не удалось. Их всё равно можно напечатать или сохранить.',
    tryAgain: 'Повторить',
    failures: {
      'not-found':
        'Этого раздела больше нет в библиотеке, поэтому ничего не напечатано. Вернитесь и выберите его снова.',
      render: 'Страницы подготовить не удалось. Повторите; если не поможет, выберите меньше разделов.',
      timeout:
        'Подготовка страниц заняла слишком много времени и остановлена. Выберите меньше разделов или повторите.',
      'no-printer': 'Принтер не найден. Сохраните PDF и напечатайте там, где он есть.',
      printer: 'Принтер не принял задание. Проверьте принтер и повторите или сохраните PDF.',
      write: 'Записать туда PDF не удалось. Выберите другую папку или диск, где есть место.',
      expired: 'Эти страницы устарели. Они готовятся заново: сохраните их после этого.',
      superseded: '',
      unavailable: 'Здесь это сделать нельзя.',
    },
  },
}
