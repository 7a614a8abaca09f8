/** The settings of a reader, with their defaults. One list, for main's check, the page's controls and the stored file. */
import * as v from 'valibot'

export const themes = ['system', 'light', 'sepia', 'dark', 'contrast'] as const
export const textSizes = [16, 18, 20, 22, 26, 32] as const
export const measures = [50, 66, 80] as const
export const lineSpacings = [1.4, 1.6, 1.9] as const
/** The interface's languages; each has a complete catalogue in `src-renderer/messages`. */
export const interfaceLanguages = ['en', 'az', 'ru'] as const
export type InterfaceLanguage = (typeof interfaceLanguages)[number]
export const fonts = ['literata', 'noto-sans', 'andika'] as const
/** Of letters and words: as the font has it, and two steps wider (WCAG 2.2, 1.4.12, is the widest). */
export const spacings = ['normal', 'wide', 'wider'] as const
/** Where bookmarks stay. `ask`: the first bookmark asks. `session`: until the window is closed. */
export const bookmarkChoices = ['ask', 'keep', 'session'] as const
/** Where the print list stays, as with bookmarks. `ask`: the Print list asks. */
export const listChoices = ['ask', 'keep', 'session'] as const
/** Whether the days of calls to help numbers are kept. `ask`: the first call asks. */
export const callChoices = ['ask', 'keep', 'session'] as const

/** The day on which a number of a pack was answered. One entry for each number. */
const callSchema = v.object({
  pack: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
  number: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  day: v.pipe(v.string(), v.isoDate()),
})
export type Call = v.InferOutput<typeof callSchema>
export const mostCalls = 200

/** Each member falls back to its default alone, so that one bad value never costs the others. */
export const settingsSchema = v.object({
  interfaceLanguage: v.fallback(v.picklist(['system', ...interfaceLanguages]), 'system'),
  theme: v.fallback(v.picklist(themes), 'system'),
  /** CSS pixels. */
  textSize: v.fallback(v.picklist(textSizes), 18),
  /** Characters a line. */
  measure: v.fallback(v.picklist(measures), 66),
  lineSpacing: v.fallback(v.picklist(lineSpacings), 1.6),
  font: v.fallback(v.picklist(fonts), 'literata'),
  spacing: v.fallback(v.picklist(spacings), 'normal'),
  bookmarks: v.fallback(v.picklist(bookmarkChoices), 'ask'),
  printList: v.fallback(v.picklist(listChoices), 'ask'),
  keepCalls: v.fallback(v.picklist(callChoices), 'ask'),
  /** The last called first. */
  calls: v.fallback(v.pipe(v.array(callSchema), v.maxLength(mostCalls)), []),
  /** Whether it is kept where reading stopped in each article. */
  keepStops: v.fallback(v.boolean(), false),
  /** Whether a citation follows text that is copied from an article. */
  copyWithSource: v.fallback(v.boolean(), true),
  /** Whether keys pressed alone are shortcuts (WCAG 2.2, 2.1.4): the slash that goes to the search. */
  singleKeys: v.fallback(v.boolean(), true),
  /** Whether Hide screen is offered. */
  hideScreen: v.fallback(v.boolean(), true),
})

export type Settings = v.InferOutput<typeof settingsSchema>

export const defaultSettings: Settings = v.parse(settingsSchema, {})

/**
 * Settings as the page has them kept: every member, each as it is allowed to be, and no other. The fallbacks are for what
 * a file holds; on the way to the file they would take `{}` or a date for settings, and reset them all.
 */
export const writtenSettingsSchema: v.GenericSchema<unknown, Settings> = v.custom<Settings>((value) => {
  if (typeof value !== 'object' || value === null || Object.keys(value).length === 0) return false
  const given = new Map<string, unknown>(Object.entries(value))
  const read = Object.entries(v.parse(settingsSchema, value))
  return read.length === given.size && read.every(([name, member]) => isSame(member, given.get(name)))
}, 'all settings')

/** Whether two values of JSON are equal, as a parsed value is a copy. Goes no deeper than the first one. */
function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return one === other
  // An empty map has no members either, and is no list.
  if (Object.getPrototypeOf(one) !== Object.getPrototypeOf(other)) return false
  const members = new Map<string, unknown>(Object.entries(other))
  const own = Object.entries(one)
  return own.length === members.size && own.every(([name, value]) => isSame(value, members.get(name)))
}

/** The language of the interface: the reader's choice, else the first of the system's that there is, else English. */
export function chooseLanguage(
  chosen: Settings['interfaceLanguage'],
  system: readonly string[],
): InterfaceLanguage {
  if (chosen !== 'system') return chosen
  const spoken = system.map((tag) => tag.toLowerCase().split('-')[0])
  return interfaceLanguages.find((language) => language === spoken.find(isOurs)) ?? 'en'
}

const isOurs = (language: string | undefined): boolean => interfaceLanguages.some((one) => one === language)
