/** English about the licences of the parts that other people wrote. */
export const enNotices = {
  title: 'Software and fonts by others',
  lede: 'Fieldshelf contains the packages below. Each opens with its licence in full. The texts are in English, the language in which they apply.',
  chromium:
    'The desktop app runs in Electron, which contains Chromium. Chromium’s own notices are in the file LICENSES.chromium.html, in the folder of the program.',
  show: 'Show the licences',
  opening: 'Opening the licences…',
  licence: (name: string, version: string, licence: string) => `${name} ${version}: ${licence}`,
  source: 'Source code:',
  notRead: 'The licences could not be read: this copy is damaged. Install Fieldshelf again.',
}

export type NoticeWords = typeof enNotices
