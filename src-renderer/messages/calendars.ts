/**
 * Months and weekdays in the interface's languages. Written out, because the
 * browser engine ships without Azerbaijani: its `Intl` gives “2026 M11 22”.
 */
import type { InterfaceLanguage } from '../../src-bridge/settings.ts'

type Calendar = {
  /** From January, as a name by itself. */
  readonly months: readonly string[]
  /** From January, in the form that a date needs: some languages inflect it. */
  readonly monthsInDates: readonly string[]
  /** From Monday, short. */
  readonly weekdays: readonly string[]
}

export const calendars: Readonly<Record<InterfaceLanguage, Calendar>> = {
  en: {
    months: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    monthsInDates: [
      'January',
      'February',
      'March',
      'April',
      'May',
      'June',
      'July',
      'August',
      'September',
      'October',
      'November',
      'December',
    ],
    weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
  },
  az: {
    months: [
      'yanvar',
      'fevral',
      'mart',
      'aprel',
      'may',
      'iyun',
      'iyul',
      'avqust',
      'sentyabr',
      'oktyabr',
      'noyabr',
      'dekabr',
    ],
    monthsInDates: [
      'yanvar',
      'fevral',
      'mart',
      'aprel',
      'may',
      'iyun',
      'iyul',
      'avqust',
      'sentyabr',
      'oktyabr',
      'noyabr',
      'dekabr',
    ],
    weekdays: ['B.e.', 'Ç.a.', 'Ç.', 'C.a.', 'C.', 'Ş.', 'B.'],
  },
  ru: {
    months: [
      'январь',
      'февраль',
      'март',
      'апрель',
      'май',
      'июнь',
      'июль',
      'август',
      'сентябрь',
      'октябрь',
      'ноябрь',
      'декабрь',
    ],
    monthsInDates: [
      'января',
      'февраля',
      'марта',
      'апреля',
      'мая',
      'июня',
      'июля',
      'августа',
      'сентября',
      'октября',
      'ноября',
      'декабря',
    ],
    weekdays: ['Пн', 'Вт', 'Ср', 'Чт', 'Пт', 'Сб', 'Вс'],
  },
}

/** The calendar of a BCP 47 language, English where there is none. */
export function calendarOf(language: string): Calendar {
  const [base = 'en'] = language.split('-')
  return Object.hasOwn(calendars, base) ? calendars[base as InterfaceLanguage] : calendars.en
}
