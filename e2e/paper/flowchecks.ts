/** Rules about where pages break. */
import type { Check, Given } from './check.ts'
import { bodyOf, words } from './textchecks.ts'

export const flowChecks: readonly Check[] = [
  {
    rule: 'P13',
    says: 'below a heading stand at least two lines of its page',
    find: ({ paper, drawn }) => {
      const headings = new Set(drawn.headings.map(({ text }) => text))
      return paper.pages.flatMap((page, index) => {
        const lines = bodyOf(page)
        // The contents say the same words on another page.
        const here = new Set(
          paper.outline.filter((entry) => entry.page === index + 1).map(({ title }) => title),
        )
        return lines.flatMap(({ text, bottom }) => {
          if (!headings.has(words(text)) || !here.has(words(text))) return []
          const below = new Set(
            lines.filter(({ top }) => top >= bottom - 2).map(({ top }) => Math.round(top)),
          )
          return below.size >= 2 ? [] : [`page ${index + 1}: “${text}”`]
        })
      })
    },
  },
  {
    rule: 'P14',
    says: 'a paragraph leaves at least three lines on each page it stands on',
    find: (given) =>
      splitParagraphs(given).flatMap(({ page, before, after }) =>
        before >= 3 && after >= 3 ? [] : [`page ${page}: ${before} lines, then ${after}`],
      ),
  },
  {
    rule: 'P15',
    says: 'a table’s head stands on every page the table does, and on no other',
    find: ({ paper, drawn }) =>
      drawn.tables.flatMap(({ head, rows }) =>
        paper.pages.flatMap(({ layout }, index) => {
          const text = words(layout)
          // A row of several lines is read column by column: its first words must do.
          const has = rows.some((row) => text.includes(row.slice(0, 14)))
          if (has === text.includes(head) || head.length < 12) return []
          return [has ? `page ${index + 1} lacks “${head}”` : `page ${index + 1} has “${head}” and no row`]
        }),
      ),
  },
  {
    rule: 'P16',
    says: 'no row of a table is split between pages',
    find: ({ paper, drawn }) => {
      const pages = paper.pages.map(({ layout }) => words(layout))
      return drawn.tables.flatMap(({ rows }) =>
        rows.flatMap((row) => {
          // Words that had to be broken are not found again.
          if (/\S{14}/.test(row)) return []
          // A row of several lines is read cell by cell: both its ends must be on one page.
          const ends = row.length < 30 ? [row] : [row.slice(0, 14), row.slice(-12)]
          return pages.some((text) => ends.every((end) => text.includes(end)))
            ? []
            : [`“${row.slice(0, 60)}”`]
        }),
      )
    },
  },
  {
    rule: 'P34',
    says: 'pages are where the view has measured them without printing',
    find: ({ paper, measured }) => [
      ...(measured.pages === paper.pages.length
        ? []
        : [`${measured.pages} pages measured, ${paper.pages.length} printed`]),
      ...Object.entries(measured.places).flatMap(([id, page]) => {
        const printed = paper.destinations[id] ?? page
        return printed === page ? [] : [`${id} measured on page ${page}, printed on ${printed}`]
      }),
    ],
  },
  {
    rule: 'P40',
    says: 'a link inside the document says the page that it leads to, unless that is its own page',
    find: ({ paper, drawn, job }) => {
      if (job.preset === 'handout') return drawn.references.map(({ target }) => `refers to ${target}`)
      return drawn.references.flatMap(({ target, page }) => {
        const leads = paper.destinations[target]
        const from = paper.links.filter((link) => link.target === target).map((link) => link.page)
        const isRight =
          page === null
            ? from.some((own) => own === leads)
            : Number(page) === leads && from.some((own) => own !== leads)
        return isRight ? [] : [`${target} is on page ${leads}, and the link says ${page ?? 'nothing'}`]
      })
    },
  },
  {
    rule: 'P35',
    says: 'no column of a table is narrower than its words',
    find: ({ paper, drawn }) =>
      drawn.tables.flatMap(({ head, rows }) =>
        [head, ...rows]
          .flatMap((row) => row.split(' '))
          .filter((word) => word.length <= longestWhole && !paper.text.includes(word))
          .map((word) => `broken: “${word}”`),
      ),
  },
  {
    rule: 'P36',
    says: 'a page under a quarter full is the last, or comes before a break that was asked for or a whole table',
    find: ({ paper, drawn }) =>
      paper.pages.slice(0, -1).flatMap((page, index) => {
        const ends = Math.max(0, ...bodyOf(page).map(({ bottom }) => bottom / page.height))
        if (ends >= quarter) return []
        const [first] = bodyOf(paper.pages[index + 1] ?? page)
        const next = words(first?.text ?? '').slice(0, 20)
        const reason = drawn.begins.some(
          ({ words: begun }) => begun.startsWith(next) || next.startsWith(begun),
        )
        return reason && next !== '' ? [] : [`page ${index + 1} ends at ${Math.round(ends * 100)} %`]
      }),
  },
  {
    rule: 'P41',
    says: 'the numbers of a list are whole, at the beginning of their items',
    find: ({ paper, drawn }) => {
      const text = words(paper.text)
      return drawn.numbered
        .filter(({ number, words: item }) => !text.includes(`${number}. ${item}`))
        .map(({ number, words: item }) => `“${number}. ${item}”`)
    },
  },
  {
    rule: 'P42',
    says: 'no line ends in a number with the hyphen of its suffix',
    find: ({ paper }) =>
      paper.pages.flatMap((page, index) =>
        page.lines
          .filter(({ text }) => /(?<![\p{L}\p{N}/._=?&%-])\p{N}[\p{N}.,]*-$/u.test(text.trim()))
          .map(({ text }) => `page ${index + 1}: “${words(text).slice(-30)}”`),
      ),
  },
  {
    rule: 'P43',
    says: 'the last page holds more than one of several sources',
    find: ({ paper, drawn }) => {
      const last = bodyOf(paper.pages.at(-1) ?? { width: 0, height: 0, lines: [], layout: '' })
      const text = words(last.map((line) => line.text).join(' '))
      const titles = drawn.sources.filter((title) => text.includes(title.slice(0, 24)))
      const alone =
        drawn.sources.length > 1 &&
        titles.length === 1 &&
        text.replace(/^\d+ /, '').startsWith(titles[0]?.slice(0, 24) ?? '')
      return alone ? [`only “${titles[0] ?? ''}”`] : []
    },
  },
]

/** Letters of an ordinary word, which no table breaks. */
const longestWhole = 20
/** Of the sheet’s height: a quarter of the text, below the margin. */
const quarter = 0.3

/** Paragraphs that go over the foot of a page, with their lines on both sides. */
function splitParagraphs({
  paper,
  drawn,
}: Given): readonly { page: number; before: number; after: number }[] {
  // Raised marks are read with white space around them, or as lines of their own.
  const squeezed = (text: string): string => text.replace(/\s+/g, '')
  const pages = paper.pages.map((page) =>
    bodyOf(page)
      .map(({ text }) => squeezed(text))
      .filter((text) => !/^[\d,a-z]{1,8}$/.test(text)),
  )
  const paragraphs = drawn.paragraphs.map(squeezed)
  return pages.slice(0, -1).flatMap((lines, index) => {
    const next = pages[index + 1] ?? []
    const paragraph = paragraphs.find((text) => text.includes(`${lines.at(-1) ?? ''}${next[0] ?? ''}`))
    if (paragraph === undefined) return []
    const before = [...lines].reverse().findIndex((line) => !paragraph.includes(line))
    const after = next.findIndex((line) => !paragraph.includes(line))
    return [
      {
        page: index + 1,
        before: before === -1 ? lines.length : before,
        after: after === -1 ? next.length : after,
      },
    ]
  })
}
