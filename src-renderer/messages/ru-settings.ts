/** Russian of Settings, the appearance panel and About. Read with them. */
import type { SettingsWords } from './en-settings.ts'

const plural = new Intl.PluralRules('ru')
const count = (n: number, one: string, few: string, many: string): string => {
  const form = plural.select(n)
  return `${n.toLocaleString('ru')} ${form === 'one' ? one : form === 'few' ? few : many}`
}

export const ruSettings: SettingsWords = {
  settings: {
    title: 'Настройки',
    interface: 'Интерфейс',
    all: 'Все настройки',
    language: 'Язык интерфейса',
    systemLanguage: 'Как в системе',
    appearance: 'Вид',
    theme: 'Тема',
    themes: {
      system: 'Как в системе',
      light: 'Светлая',
      sepia: 'Сепия',
      dark: 'Тёмная',
      contrast: 'Высокий контраст',
    },
    textSize: 'Размер текста',
    textSizes: {
      16: 'Мелкий',
      18: 'Обычный',
      20: 'Крупный',
      22: 'Крупнее',
      26: 'Очень крупный',
      32: 'Самый крупный',
    },
    measure: 'Длина строки',
    measures: { 50: 'Короткая', 66: 'Обычная', 80: 'Длинная' },
    lineSpacing: 'Межстрочный интервал',
    lineSpacings: { 1.4: 'Плотный', 1.6: 'Обычный', 1.9: 'Широкий' },
    font: 'Шрифт для чтения',
    fonts: {
      literata: 'Literata, с засечками',
      'noto-sans': 'Noto Sans, без засечек',
      andika: 'Andika, буквы легко различить',
    },
    spacing: 'Расстояние между буквами и словами',
    spacings: { normal: 'Обычное', wide: 'Шире', wider: 'Ещё шире' },
    sample: 'Образец',
    sampleText:
      'Перенаправление — первый шаг от понимания того, что случилось с человеком, к помощи по закону.',
    sampleAzerbaijani: 'Qurbanın statusu, sığınacaq və hüquqi yardım haqqında məlumat.',
    sampleRussian: 'Сведения о статусе жертвы, приюте и правовой помощи.',
    reset: 'Вернуть исходные',
    kept: 'Хранится на этом компьютере. Запросы не хранятся, прочитанное — тоже, если вы об этом не попросите.',
    untilClosed: 'Здесь ничего не хранится: ваши настройки действуют, пока вы не закроете окно.',
    notKept: {
      'disk-full': 'Не сохранено: диск полон. Настройки действуют, пока окно не закрыто.',
      'too-large': 'Не сохранено: настройки слишком велики. Они действуют, пока окно не закрыто.',
      'read-only': 'Не сохранено: в папку нельзя писать. Настройки действуют, пока окно не закрыто.',
      newer: 'Не сохранено: настройки записаны более новым Fieldshelf и оставлены как есть.',
      unknown: 'Не сохранено. Настройки действуют, пока окно не закрыто.',
    },
    restored: 'Файл настроек был повреждён; взята последняя исправная копия.',
    lost: 'Файл настроек был повреждён и отложен; действуют исходные настройки.',
    newer: 'Настройки записаны более новым Fieldshelf и оставлены как есть.',
    shortcuts: 'Клавиатура',
    action: 'Действие',
    keys: 'Клавиши',
  },
  copying: {
    title: 'Копирование',
    withSource: 'Добавлять источник к тексту, скопированному из статьи',
    hint: 'Раздел, выпуск, дата сведений и источники с адресами. Несколько слов, например имя или номер телефона, копируются как есть.',
  },
  about: {
    title: 'О программе',
    offline:
      'Fieldshelf никогда не выходит в сеть. Ничего не отправляет, ничего не загружает и не ищет обновлений.',
    version: (name, version, shell) => `${name} ${version}, среда: ${shell}`,
    edition: (edition) => `Выпуск ${edition}`,
    licence: 'Лицензия',
    sources: (n) => count(n, 'источник', 'источника', 'источников'),
    fonts:
      'Набрано шрифтами Literata, Noto Sans и Andika, все под лицензией SIL Open Font Licence 1.1. Программа — под лицензией MIT.',
    correct: 'Нашли ошибку? Запишите ссылку на раздел и сообщите тому, кто дал вам этот выпуск.',
  },
}
