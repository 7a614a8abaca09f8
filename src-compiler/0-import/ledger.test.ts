import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attempts } from '../../testing/effort.ts'
import { keptText, lostWords } from './ledger.ts'
import { print, printedFormats, randomDocument, type PrintedFormat } from './testing/printed.ts'
import { read } from './testing/read.ts'
import { readMarkdown } from './write.ts'

/** Formats that take several milliseconds a document. */
const heavy: ReadonlySet<PrintedFormat> = new Set(['docx', 'odt', 'epub', 'pdf'])

describe('the ledger', () => {
  it.each([
    ['nothing where all words are kept or told', 'one two', 'two', 'one', []],
    ['a word that is gone', 'one two', 'one', '', ['two']],
    ['a word that was shown twice and is there once', 'one one', 'one', '', []],
    ['no word that a mark parts', 'H2O', 'H 2 O', '', []],
  ])('finds %s', (_what, shown, kept, words, expected) => {
    expect(lostWords(shown, kept, [{ code: 'hidden-text', text: '', words }])).toEqual(expected)
  })

  it.each(printedFormats)('accounts for each word of random documents printed as %s', async (format) => {
    await fc.assert(
      fc.asyncProperty(randomDocument, async (document) => {
        const { bytes, name, shown, hidden } = await print(format, document)
        // A file of no words is refused.
        fc.pre(shown.length > 0)
        const file = await read(name, bytes)
        const words = [file.title, keptText(file.tree)].join(' ')
        expect(lostWords(shown.join(' '), words, file.remarks)).toEqual([])
        for (const word of hidden) expect(words).not.toContain(word)
        const told = file.remarks.map((remark) => remark.words ?? remark.text).join(' ')
        for (const word of hidden) expect(told).toContain(word)
        expect(file.remarks.filter(({ code }) => code === 'words-lost')).toEqual([])
        expect(readMarkdown(file.markdown)).toEqual(file.tree)
      }),
      { numRuns: attempts(heavy.has(format) ? 60 : 200, 2_000) },
    )
  })
})
