/** The words of exported pages around the texts, in the languages of the interface. */
import type { Confidence } from '../../src-library/model/confidence.ts'
import type { SiteSearchWords } from '../../src-library/format/sitesearch.ts'

type ExportWords = {
  readonly language: string
  readonly contents: string
  readonly news: string
  readonly edition: (edition: string) => string
  readonly factsAsOf: (date: string) => string
  readonly undated: string
  readonly confidence: Readonly<Record<Confidence, string>>
  readonly sources: string
  readonly noSource: string
  readonly notes: string
  readonly published: (date: string) => string
  readonly read: (date: string) => string
  readonly excerpt: string
  readonly from: (pack: string, publisher: string, edition: string) => string
  readonly wholeArticle: string
  readonly previous: string
  readonly next: string
  readonly versions: string
  readonly unreviewed: string
  readonly staff: string
  readonly warning: string
  readonly note: string
  readonly leavesOut: string
  readonly keyFigures: string
  readonly ticked: string
  readonly unticked: string
  readonly remark: string
  readonly search: string
  readonly searchTexts: string
  /** Said until the script of the page has taken over. */
  readonly searchNeedsScripts: string
  readonly searchWords: SiteSearchWords
}

const en: ExportWords = {
  language: 'en',
  contents: 'Contents',
  news: 'News summaries',
  edition: (edition) => `Edition ${edition}`,
  factsAsOf: (date) => `Facts as of ${date}`,
  undated: 'Not dated',
  confidence: {
    primary: 'Checked at the source',
    secondhand: 'Reported by others',
    disputed: 'Disputed',
    unverified: 'Unverified',
  },
  sources: 'Sources',
  noSource: 'Source: not stated',
  notes: 'Notes',
  published: (date) => `published ${date}`,
  read: (date) => `read ${date}`,
  excerpt: 'only a part was read',
  from: (pack, publisher, edition) => `From “${pack}”, published by ${publisher}, edition ${edition}.`,
  wholeArticle: 'The whole article',
  previous: 'Previous section',
  next: 'Next section',
  versions: 'Other languages',
  unreviewed: 'This translation has not been read by a native editor yet.',
  staff: 'For staff',
  warning: 'Warning',
  note: 'Note',
  leavesOut: 'What this summary leaves out',
  keyFigures: 'Key figures',
  ticked: 'done',
  unticked: 'to do',
  remark: 'Remark',
  search: 'Search',
  searchTexts: 'Search the texts',
  searchNeedsScripts: 'Search needs a browser that runs scripts. Without it, use the contents.',
  searchWords: {
    found: 'Sections found: {count}',
    first: 'The first {count} are listed.',
    nothing: 'Nothing found. Try fewer words, or others.',
    instead: 'No section has “{from}”. Showing “{to}”.',
    undated: 'Not dated',
    factsAsOf: 'Facts as of {date}',
  },
}

const az: ExportWords = {
  language: 'az',
  contents: 'Mündəricat',
  news: 'Xəbər xülasələri',
  edition: (edition) => `Nəşr: ${edition}`,
  factsAsOf: (date) => `Faktların tarixi: ${date}`,
  undated: 'Tarixi göstərilməyib',
  confidence: {
    primary: 'Mənbədə yoxlanılıb',
    secondhand: 'Başqalarının məlumatına görə',
    disputed: 'Mübahisəlidir',
    unverified: 'Təsdiqlənməyib',
  },
  sources: 'Mənbələr',
  noSource: 'Mənbə göstərilməyib',
  notes: 'Qeydlər',
  published: (date) => `dərc olunub: ${date}`,
  read: (date) => `oxunub: ${date}`,
  excerpt: 'yalnız bir hissəsi oxunub',
  from: (pack, publisher, edition) => `“${pack}” toplusundan; nəşr edən: ${publisher}; nəşr: ${edition}.`,
  wholeArticle: 'Bütöv məqalə',
  previous: 'Əvvəlki bölmə',
  next: 'Növbəti bölmə',
  versions: 'Başqa dillərdə',
  unreviewed: 'Bu tərcüməni hələ dil daşıyıcısı olan redaktor oxumayıb.',
  staff: 'Əməkdaşlar üçün',
  warning: 'Xəbərdarlıq',
  note: 'Qeyd',
  leavesOut: 'Bu xülasədə olmayanlar',
  keyFigures: 'Əsas rəqəmlər',
  ticked: 'edilib',
  unticked: 'edilməyib',
  remark: 'Qeyd',
  search: 'Axtarış',
  searchTexts: 'Mətnlərdə axtarış',
  searchNeedsScripts:
    'Axtarış üçün skriptləri icra edən brauzer lazımdır. Olmadıqda mündəricatdan istifadə edin.',
  searchWords: {
    found: 'Tapılan bölmələr: {count}',
    first: 'İlk {count} bölmə göstərilib.',
    nothing: 'Heç nə tapılmadı. Daha az və ya başqa sözlər yazın.',
    instead: 'Heç bir bölmədə “{from}” yoxdur. “{to}” üzrə nəticələr göstərilir.',
    undated: 'Tarixi göstərilməyib',
    factsAsOf: 'Faktların tarixi: {date}',
  },
}

const ru: ExportWords = {
  language: 'ru',
  contents: 'Содержание',
  news: 'Обзоры новостей',
  edition: (edition) => `Выпуск ${edition}`,
  factsAsOf: (date) => `Сведения на ${date}`,
  undated: 'Дата не указана',
  confidence: {
    primary: 'Проверено по источнику',
    secondhand: 'По сообщениям других',
    disputed: 'Спорно',
    unverified: 'Не подтверждено',
  },
  sources: 'Источники',
  noSource: 'Источник не указан',
  notes: 'Примечания',
  published: (date) => `опубликовано ${date}`,
  read: (date) => `прочитано ${date}`,
  excerpt: 'прочитана только часть',
  from: (pack, publisher, edition) => `Из «${pack}»; издатель: ${publisher}; выпуск ${edition}.`,
  wholeArticle: 'Вся статья',
  previous: 'Предыдущий раздел',
  next: 'Следующий раздел',
  versions: 'На других языках',
  unreviewed: 'Этот перевод ещё не прочитан редактором — носителем языка.',
  staff: 'Для сотрудников',
  warning: 'Внимание',
  note: 'Примечание',
  leavesOut: 'Чего нет в этом обзоре',
  keyFigures: 'Главные цифры',
  ticked: 'сделано',
  unticked: 'не сделано',
  remark: 'Примечание',
  search: 'Поиск',
  searchTexts: 'Поиск по текстам',
  searchNeedsScripts:
    'Для поиска нужен браузер, который выполняет скрипты. Без него пользуйтесь содержанием.',
  searchWords: {
    found: 'Найдено разделов: {count}',
    first: 'Показаны первые {count}.',
    nothing: 'Ничего не найдено. Попробуйте меньше слов или другие.',
    instead: '«{from}» нет ни в одном разделе. Показано для «{to}».',
    undated: 'Дата не указана',
    factsAsOf: 'Сведения на {date}',
  },
}

const catalogue: Readonly<Record<string, ExportWords>> = { en, az, ru }

/** The words for a text in this language (BCP 47); English where there are none. */
export const exportWords = (language: string): ExportWords =>
  catalogue[language.toLowerCase().split('-')[0] ?? ''] ?? en
