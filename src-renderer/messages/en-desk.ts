/** English about direct answers, the desk and the numbers to call. */
export const enDesk = {
  direct: {
    title: 'Direct answers',
    checkedNumber: {
      documents: (day: string) => `Not tested by phone. Found in official documents on ${day}.`,
      call: (day: string) => `Called on ${day}; it was answered.`,
    },
    calledHere: (day: string) => `You called on ${day}; it was answered.`,
    callFirst: 'Call before you give it out.',
    abroad: 'From abroad:',
    checked: (day: string) => `checked on ${day}`,
    newerDue: (day: string) => `A newer figure was due in ${day}; this edition does not have it.`,
    whoSays: 'Who says so',
    copy: 'Copy',
    printCard: 'Print card',
    open: 'Open',
    said: (value: string, sentence: string) => `Answer: ${value}. ${sentence}`,
  },
  desk: {
    title: 'The desk: number to call and first answers',
    needs: 'What does the caller need?',
    allNumbers: 'All numbers and their last check',
    notCovered: 'Not in this library',
  },
  numbers: {
    lede: 'Call each number from your office from time to time. Press “It answered” when someone picks up. The day then replaces the note “Not tested by phone”.',
    answered: 'It answered',
    keepQuestion: 'Keep the days of your calls on this computer? Anyone using this account can see them.',
    keep: 'Keep them',
    forget: 'Only until I close the window',
    kept: 'The days of your calls are kept on this computer.',
    stopKeeping: 'Stop and delete them',
  },
}

export type DeskWords = typeof enDesk
