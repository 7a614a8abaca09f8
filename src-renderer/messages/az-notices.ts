/** Azerbaijani about the licences of the parts that other people wrote. */
import type { NoticeWords } from './en-notices.ts'

export const azNotices: NoticeWords = {
  title: 'Başqalarının proqramları və şriftləri',
  lede: 'Fieldshelf-in tərkibində aşağıdakı paketlər var. Hər birini açanda lisenziyasının tam mətni görünür. Mətnlər ingilis dilindədir, çünki hüquqi qüvvəsi olan mətn budur.',
  chromium:
    'Proqram Chromium-u da ehtiva edən Electron-da işləyir. Chromium-un öz bildirişləri proqramın qovluğundakı LICENSES.chromium.html faylındadır.',
  show: 'Lisenziyaları göstər',
  opening: 'Lisenziyalar açılır…',
  licence: (name, version, licence) => `${name} ${version}: ${licence} lisenziyası`,
  source: 'Mənbə kodu:',
  notRead: 'Lisenziyaları oxumaq olmadı: bu nüsxə zədələnib. Fieldshelf-i yenidən quraşdırın.',
}
