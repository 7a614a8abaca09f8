/** Russian. */
import type { Words } from './words.ts'

export const ru: Words = {
  commands: {
    home: '&Главная',
    contents: '&Содержание',
    search: '&Поиск по библиотеке',
    settings: '&Настройки…',
    about: '&О Fieldshelf',
    back: '&Назад',
    forward: '&Вперёд',
    print: '&Печать…',
    savePdf: '&Сохранить в PDF…',
    findNext: 'С&ледующая отметка',
    findPrevious: 'П&редыдущая отметка',
    nextSection: 'С&ледующий раздел',
    previousSection: 'П&редыдущий раздел',
    textLarger: '&Крупнее',
    textSmaller: '&Мельче',
    textDefault: '&Обычный размер текста',
    shortcuts: 'Список &клавиш',
  },
  menus: {
    file: '&Файл',
    edit: '&Правка',
    view: '&Вид',
    go: 'П&ереход',
    window: '&Окно',
    help: '&Справка',
  },
  roles: {
    undo: '&Отменить',
    redo: 'Пов&торить',
    cut: '&Вырезать',
    copy: '&Копировать',
    paste: 'Вст&авить',
    selectAll: 'Выделить вс&ё',
    togglefullscreen: '&Во весь экран',
    minimize: '&Свернуть',
    close: '&Закрыть окно',
    quit: 'В&ыход',
    hide: 'Скрыть Fieldshelf',
    hideOthers: 'Скрыть остальные',
    unhide: 'Показать все',
  },
  savePdf: { title: 'Сохранить в PDF', fileKind: 'Документ PDF' },
  recovery: {
    gone: 'Страницу пришлось открыть заново. Ваши настройки сохранены.',
    again:
      'Это случилось дважды за минуту. Откройте страницу заново или выйдите и запустите Fieldshelf снова.',
    stuck: 'Страница не отвечает.',
    stuckDetail:
      'Подождите, если она ещё работает, например готовит длинный документ к печати. Иначе откройте её заново.',
    openAgain: 'Открыть заново',
    wait: 'Подождать',
    quit: 'Выйти',
  },
  fatal: {
    title: 'Fieldshelf придётся закрыть',
    page: 'Не удалось открыть страницу. Эта копия повреждена: установите Fieldshelf заново.',
    unexpected: 'Произошла непредвиденная ошибка. Ваши настройки сохранены. Запустите Fieldshelf снова.',
  },
}
