/** Help: eleven questions that readers have, each answered in two or three sentences. */
export const enHelp = {
  guide: 'Guide for coordinators',
  questions: [
    {
      asks: 'How do I find something?',
      says: 'Type a word, a name or a number: hits come as you type. A direct answer, with its source and date, is above them. Enter goes to the first hit.',
    },
    {
      asks: 'How do I find an exact phrase, or leave a word out?',
      says: 'Put words in quotes for an exact phrase: “first responder”. A minus before a word leaves out the sections that have it: shelter -police.',
    },
    {
      asks: 'What do the filters do?',
      says: 'They show the hits of one kind, year, language or source only; the number beside each says how many there are. “Titles only” looks at headings alone.',
    },
    {
      asks: 'In which language are the answers?',
      says: 'In yours, where the text exists in it. A word in any of the languages finds the section; the letters beside a hit open it in another one.',
    },
    {
      asks: 'How do I print a section, or a sheet for a client?',
      says: 'Print a section from its margin, or collect several in the print list. “Sheet to take home” leaves out sources and boxes for staff. Call every number before you hand it out.',
    },
    {
      asks: 'How far can I trust a text?',
      says: 'Each section names its sources, the day of its facts, and how well they are confirmed. “Checked at the source” means that the original was read.',
    },
    {
      asks: 'What does this computer remember?',
      says: 'Never what you searched for, and what you read only if you ask for it in Settings. “What is kept” lists everything that is stored, and deletes it.',
    },
    {
      asks: 'How do I bring in my own documents?',
      says: 'Choose “Make a pack” in the File menu, or drop the files on the window. They stay on this computer, are marked as not checked, and are found with the rest.',
    },
    {
      asks: 'Why can I not write notes?',
      says: 'Notes would leave clients’ stories on a shared computer. Print the section as “Case file”, with lines to write on, and keep the paper.',
    },
    {
      asks: 'How do I read two sections at once?',
      says: 'Hold Ctrl and click a link, or press Shift+Enter on it: the section opens in a second pane. F6 goes from one to the other, and Esc closes the second. If both have figures with years, they can share one axis.',
    },
    {
      asks: 'Why is there no “Listen” beside a section?',
      says: 'Fieldshelf reads aloud only with a voice that is installed on this computer and needs no internet. If there is none for the language, there is no button. Add a voice in the system’s settings for speech; for Azerbaijani most systems have none.',
    },
  ],
}

export type HelpWords = typeof enHelp
