/** The colour scheme that every page is shown in; null follows the system. Apart, because pages and theme share it. */
export type ColorScheme = 'light' | 'dark' | null

export const colorScheme: { current: ColorScheme } = { current: null }
