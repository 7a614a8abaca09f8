/** Russian about the licences of the parts that other people wrote. */
import type { NoticeWords } from './en-notices.ts'

export const ruNotices: NoticeWords = {
  title: 'Программы и шрифты других авторов',
  lede: 'В состав Fieldshelf входят перечисленные ниже пакеты. В каждом пункте приведён полный текст лицензии. Тексты даны на английском языке: юридическую силу имеет английский текст.',
  chromium:
    'Программа работает в Electron, в состав которого входит Chromium. Уведомления Chromium находятся в файле LICENSES.chromium.html в папке программы.',
  show: 'Показать лицензии',
  opening: 'Лицензии открываются…',
  licence: (name, version, licence) => `${name} ${version}: лицензия ${licence}`,
  source: 'Исходный код:',
  notRead: 'Прочитать лицензии не удалось: эта копия повреждена. Установите Fieldshelf заново.',
}
