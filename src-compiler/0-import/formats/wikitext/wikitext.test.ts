import { describe, expect, it } from 'vitest'
import { importDocument } from '../../import.ts'
import type { ImportedDocument } from '../../draft.ts'
import { kindsOfMarkup } from './wikitext.ts'

async function imported(wikitext: string): Promise<ImportedDocument> {
  const options = { name: 'page.wiki', encoding: null, format: 'wikitext' as const }
  const document = await importDocument(new TextEncoder().encode(wikitext), options)
  if (!document.ok) throw new Error(document.failure.text)
  return document.value
}

const markdown = async (wikitext: string): Promise<string> => (await imported(wikitext)).markdown.trim()
const codes = async (wikitext: string): Promise<string[]> =>
  (await imported(wikitext)).remarks.map(({ code }) => code)

describe('wikitext', () => {
  it('takes the heading of one sign on the first line for the title', async () => {
    const page = await imported('= The well =\n\nThe well is deep.\n\n== Water ==\nIt is cold.')
    expect([page.title, page.markdown]).toEqual([
      'The well',
      'The well is deep.\n\n## Water\n\nIt is cold.\n',
    ])
  })

  it.each([
    ['bold and italics', "'''Help''' is ''near'', '''''always'''''.", '**Help** is *near*, ***always***.'],
    ['an apostrophe beside italics', "The ''Mill'''s wheel", "The *Mill*'s wheel"],
    ['a mark that is never closed', "'''Help is near", '**Help is near**'],
    ['a link to a page', 'See [[Mill (river)|the mill]] and [[Well]]s.', 'See the mill and Wells.'],
    ['an address', '[https://example.org/a The mill]', '[The mill](https://example.org/a)'],
    [
      'an address with a page in its words',
      '[https://example.org [[Mill]] news]',
      '[Mill news](https://example.org)',
    ],
    ['entities', 'Tea &amp; bread, 5&nbsp;km &mdash; far', 'Tea & bread, 5\u00a0km — far'],
    ['literal text', '<nowiki>[[no link]]</nowiki>', '\\[\\[no link]]'],
    ['a comment', 'One<!-- secret --> two', 'One two'],
    ['a language', "{{lang|az|su quyusu}} is ''well''", 'su quyusu is *well*'],
    ['a measure', 'It is {{convert|5|to|6|km|mi}} away.', 'It is 5 to 6 km away.'],
    ['raised and lowered signs', 'H<sub>2</sub>O, 144<sup>1</sup>', 'H<sub>2</sub>O, 144<sup>1</sup>'],
    ['brackets that nothing closes', 'See [[the mill and {{the well', 'See the mill and the well'],
  ])('reads %s', async (_what, wikitext, expected) => {
    expect(await markdown(wikitext)).toBe(expected)
  })

  it('nests lists of three kinds', async () => {
    expect(await markdown('* one\n** two\n*# three\n* four\n; term : says\n')).toBe(
      '- one\n  - two\n  1. three\n- four\n\nterm\n: says',
    )
  })

  it('keeps a table with its caption, its heads and the places that a wide cell covers', async () => {
    const table =
      '{| class="wikitable"\n|+ Calls\n! Year !! Calls\n|-\n| colspan="2" | none\n|-\n| 2019 || [[Hotline|152]]\n|}'
    expect(await markdown(table)).toBe(
      'Table: Calls\n\n| Year | Calls |\n| ---- | ----- |\n| none |       |\n| 2019 | 152   |',
    )
  })

  it('makes notes of references, and calls a named one again', async () => {
    const page =
      'One.<ref name="a">{{cite book |last=Aliyeva |title=The well |year=2019}}</ref> Two.<ref name="a" />\n\n== References ==\n{{reflist}}'
    expect(await markdown(page)).toBe('One.[^r-a] Two.[^r-a]\n\n[^r-a]: Aliyeva, The well, 2019')
  })

  it('reads the references of a list by their names', async () => {
    const page = 'One.<ref name=a />\n{{reflist|refs=<ref name=a>The well, 2019</ref>}}'
    expect(await markdown(page)).toBe('One.[^r-a]\n\n[^r-a]: The well, 2019')
  })

  it('says what it leaves out: templates, pictures, other languages, names of other pages', async () => {
    const page =
      '{{stub}} [[File:well.jpg|thumb|The well]]\nText.\n\n== See also ==\n* [[Mill]]\n\n[[de:Brunnen]][[Category:Wells]]'
    const document = await imported(page)
    expect(document.remarks.map(({ text }) => text)).toEqual([
      'Templates left out: stub.',
      'Pictures that are not in the file: well.jpg.',
      'Links to other languages left out: de:Brunnen.',
      'Names of other pages left out: Mill. Name those that the pack has under related.',
    ])
    expect(document.markdown).toBe('The well\n\nText.\n\nCategory: Wells\n')
  })

  it('asks a person to look at a formula', async () => {
    expect(await codes('The sum is <math>a^2</math>.')).toEqual(['formula'])
  })

  it('gives a page back its lines where they were lost on the way', async () => {
    expect(await markdown('The well. == Water == It is cold. {| |- | Year || 2019 |} End.')).toBe(
      'The well.\n\n## Water\n\nIt is cold.\n\n|      |      |\n| ---- | ---- |\n| Year | 2019 |\n\nEnd.',
    )
  })

  it('ends, whatever is opened and never closed', async () => {
    for (const sign of [
      '{{',
      '[[',
      '{|\n|',
      "'''''",
      '<ref>',
      '<ref name="',
      '* ',
      '{{{',
      '<b>',
      '[http://a ',
      '{{a|',
    ])
      expect((await imported(`Word ${sign.repeat(3_000)} end`)).markdown.length).toBeGreaterThan(0)
  })
})

describe('a text file', () => {
  it('is wikitext where it has at least two kinds of its markup', () => {
    expect(kindsOfMarkup('== Water ==\nSee [[Mill]].')).toBe(2)
    expect(kindsOfMarkup('A plain text with == signs and a [note].')).toBe(0)
  })
})
