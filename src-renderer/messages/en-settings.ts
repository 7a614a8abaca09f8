/** English of Settings, the appearance panel and About. Read with them. */

const plural = new Intl.PluralRules('en')
const count = (n: number, one: string, other: string): string =>
  `${n.toLocaleString('en')} ${plural.select(n) === 'one' ? one : other}`

export const enSettings = {
  settings: {
    title: 'Settings',
    interface: 'Interface',
    all: 'All settings',
    language: 'Language of the interface',
    systemLanguage: 'Same as system',
    appearance: 'Appearance',
    theme: 'Theme',
    themes: {
      system: 'Same as system',
      light: 'Light',
      sepia: 'Sepia',
      dark: 'Dark',
      contrast: 'High contrast',
    },
    textSize: 'Text size',
    textSizes: { 16: 'Small', 18: 'Normal', 20: 'Large', 22: 'Larger', 26: 'Very large', 32: 'Largest' },
    measure: 'Line length',
    measures: { 50: 'Short', 66: 'Normal', 80: 'Long' },
    lineSpacing: 'Line spacing',
    lineSpacings: { 1.4: 'Tight', 1.6: 'Normal', 1.9: 'Wide' },
    font: 'Reading font',
    fonts: {
      literata: 'Literata, with serifs',
      'noto-sans': 'Noto Sans, without serifs',
      andika: 'Andika, easy to tell letters apart',
    },
    spacing: 'Letter and word spacing',
    spacings: { normal: 'Normal', wide: 'Wide', wider: 'Wider' },
    sample: 'Sample',
    sampleText:
      'A referral is the first step from recognising a person’s situation to the help that the law provides.',
    reset: 'Reset',
    kept: 'Settings are kept on this computer. Searches never are. What you read is kept only if you ask for it.',
    notKept: {
      'disk-full': 'Not kept: the disk is full. Your settings last until you close the window.',
      'too-large': 'Not kept: the settings are too large. They last until you close the window.',
      newer: 'Not kept: a newer Fieldshelf wrote the settings, and they are left as they are.',
      'read-only': 'Not kept: the folder can’t be written to. Your settings last until you close the window.',
      unknown: 'Not kept. Your settings last until you close the window.',
    },
    restored: 'The settings file was damaged; it was restored from the last good copy.',
    lost: 'The settings file was damaged and kept aside; these are the defaults.',
    sampleAzerbaijani: 'Qurbanın statusu, sığınacaq və hüquqi yardım haqqında məlumat.',
    sampleRussian: 'Сведения о статусе жертвы, приюте и правовой помощи.',
    untilClosed: 'Nothing is kept here: your settings last until you close the window.',
    action: 'Action',
    keys: 'Keys',
    newer: 'The settings were written by a newer Fieldshelf and are left as they are.',
    shortcuts: 'Keyboard',
  },
  copying: {
    title: 'Copying',
    withSource: 'Add the source to text copied from an article',
    hint: 'It says the section, the edition, the date of the facts, and the sources with their addresses. A few words, such as a name or a telephone number, are copied without it.',
  },
  about: {
    title: 'About',
    offline:
      'Fieldshelf never connects to anything. It sends nothing, fetches nothing and never checks for updates.',
    version: (name: string, version: string, shell: string) => `${name} ${version}, in ${shell}`,
    edition: (edition: string) => `Edition ${edition}`,
    licence: 'Licence',
    sources: (n: number) => count(n, 'source', 'sources'),
    fonts:
      'Set in Literata, Noto Sans and Andika, all under the SIL Open Font Licence 1.1. The program is under the MIT licence.',
    correct:
      'Found a mistake? Write down the section’s reference and tell the person who gave you this edition.',
  },
}

export type SettingsWords = typeof enSettings
