/** Russian about direct answers, the desk and the numbers to call. */
import type { DeskWords } from './en-desk.ts'

export const ruDesk: DeskWords = {
  direct: {
    title: 'Прямые ответы',
    checkedNumber: {
      documents: (day) => `Звонком не проверено. Найдено в официальных документах ${day}.`,
      call: (day) => `Проверено звонком ${day}: ответили.`,
    },
    calledHere: (day) => `Вы звонили ${day}: ответили.`,
    callFirst: 'Позвоните, прежде чем дать номер.',
    abroad: 'Из-за границы:',
    checked: (day) => `проверено ${day}`,
    newerDue: (day) => `Более новые данные ожидались (${day}); в этом выпуске их нет.`,
    whoSays: 'Кто это говорит',
    copy: 'Скопировать',
    printCard: 'Печать карточки',
    open: 'Открыть',
    said: (value, sentence) => `Ответ: ${value}. ${sentence}`,
  },
  desk: {
    title: 'Номер для звонка и первые ответы',
    needs: 'Что нужно звонящему?',
    allNumbers: 'Все номера и их последняя проверка',
    notCovered: 'Этого нет в библиотеке',
  },
  numbers: {
    lede: 'Время от времени звоните по каждому номеру из своего офиса. Когда ответят, нажмите «Ответили»: вместо пометки «звонком не проверено» появится этот день.',
    answered: 'Ответили',
    keepQuestion:
      'Хранить дни звонков на этом компьютере? Их увидит любой, кто работает под этой учётной записью.',
    keep: 'Хранить',
    forget: 'Только до закрытия окна',
    kept: 'Дни ваших звонков хранятся на этом компьютере.',
    stopKeeping: 'Больше не хранить и удалить',
  },
}
