/** Azerbaijani. */
import type { Words } from './words.ts'

export const az: Words = {
  commands: {
    home: '&Ana səhifə',
    contents: '&Mündəricat',
    search: 'Kitabxanada a&xtar',
    settings: 'A&yarlar…',
    about: 'Fieldshelf &haqqında',
    back: '&Geri',
    forward: '&İrəli',
    print: '&Çap et…',
    savePdf: '&PDF kimi saxla…',
    findNext: '&Növbəti işarə',
    findPrevious: 'Əv&vəlki işarə',
    nextSection: '&Növbəti bölmə',
    previousSection: 'Əv&vəlki bölmə',
    textLarger: 'Mətni &böyüt',
    textSmaller: 'Mətni &kiçilt',
    textDefault: 'Mətnin &adi ölçüsü',
    shortcuts: '&Düymələrin siyahısı',
  },
  menus: {
    file: '&Fayl',
    edit: '&Düzəliş',
    view: '&Görünüş',
    go: '&Keçid',
    window: '&Pəncərə',
    help: 'Kö&mək',
  },
  roles: {
    undo: '&Geri al',
    redo: 'Y&enidən et',
    cut: '&Kəs',
    copy: 'Kö&çür',
    paste: 'Ya&pışdır',
    selectAll: '&Hamısını seç',
    togglefullscreen: '&Tam ekran',
    minimize: '&Yığ',
    close: 'Pəncərəni &bağla',
    quit: 'Çı&xış',
    hide: 'Fieldshelf-i gizlət',
    hideOthers: 'Digərlərini gizlət',
    unhide: 'Hamısını göstər',
  },
  savePdf: { title: 'PDF kimi saxla', fileKind: 'PDF sənədi' },
  recovery: {
    gone: 'Səhifə yenidən açılmalı oldu. Ayarlarınız qorunub.',
    again:
      'Bu, bir dəqiqə ərzində iki dəfə baş verdi. Səhifəni yenidən açın və ya Fieldshelf-dən çıxıb onu təzədən başladın.',
    stuck: 'Səhifə cavab vermir.',
    stuckDetail:
      'İş davam edirsə, məsələn, uzun sənəd çap olunursa, gözləyin. Əks halda səhifəni yenidən açın.',
    openAgain: 'Yenidən aç',
    wait: 'Gözlə',
    quit: 'Çıx',
  },
  fatal: {
    title: 'Fieldshelf bağlanmalıdır',
    page: 'Səhifəni açmaq mümkün olmadı. Bu nüsxə zədələnib: Fieldshelf-i yenidən quraşdırın.',
    unexpected: 'Gözlənilməz xəta baş verdi. Ayarlarınız qorunub. Fieldshelf-i yenidən başladın.',
  },
}
