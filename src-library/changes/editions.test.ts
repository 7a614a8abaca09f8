import { describe, expect, it } from 'vitest'
import { compile } from '../../src-compiler/compile.ts'
import { changesWith, editionChanges, type EditionChanges } from './editions.ts'

const document = (title: string, front: string, text: string): string =>
  `---\ntitle: ${title}\nsummary: ${title}.\n${front}---\n\n${text}\n`
const hotline = (number: string): string =>
  `answers:\n  - section: call\n    value: "${number}"\n    number: "${number}"\n    says: "The hotline is ${number}."\n    asks: [hotline]\n    source: rules\n    checked: 2026-11-01\n    checkedBy: documents\n`

function edition(documents: Readonly<Record<string, string>>, settings: object = {}) {
  const text = (value: string): Uint8Array => new TextEncoder().encode(value)
  const { compiled, diagnostics } = compile(
    new Map([
      ['pack.json', text(JSON.stringify({ id: 'village', title: 'Village', edition: '1', ...settings }))],
      ['sources.yaml', text('rules:\n  type: law\n  title: Rules\n  publisher: Village\n  year: 2026\n')],
      ...Object.entries(documents).map(([path, value]) => [path, text(value)] as const),
    ]),
  )
  if (!compiled) throw new Error(diagnostics.map(({ message, path }) => `${path}: ${message}`).join('\n'))
  return compiled
}

const shown = ({ sections }: EditionChanges): unknown =>
  sections.map(({ kind, title, before, after, movedTo }) => [
    kind,
    title,
    before,
    after,
    movedTo?.anchor ?? null,
  ])

describe('what an edition changes', () => {
  const before = edition({
    'encyclopedia/well.md': document(
      'The well',
      '',
      'By the mill.\n\n## Depth {#depth}\n\n12 metres.\n\n## Rope {#rope}\n\nHemp.',
    ),
    'encyclopedia/bridge.md': document('The bridge', '', 'Four people.'),
  })
  const after = edition(
    {
      'encyclopedia/well.md': document(
        'The well',
        '',
        'By the old mill.\n\n## How deep {#deep}\n\n14 metres.\n\n## Rope {#rope}\n\nHemp.',
      ),
      'encyclopedia/ford.md': document('A ford', '', 'For carts.'),
    },
    { moved: { 'well#depth': 'well#deep' } },
  )

  it('is told section by section, with what is gone and where it moved', () => {
    expect(shown(editionChanges(before, after))).toEqual([
      ['new', 'A ford', null, 'For carts.', null],
      ['gone', 'The bridge', 'Four people.', null, null],
      ['changed', 'The well', 'By the mill.', 'By the old mill.', null],
      ['new', 'How deep', null, '14 metres.', null],
      ['gone', 'Depth', '12 metres.', null, 'deep'],
    ])
  })

  it('marks a heading only where it changed', () => {
    const rope = (heading: string) =>
      edition({ 'encyclopedia/well.md': document('The well', '', `Lead.\n\n## ${heading} {#rope}\n\nHemp.`) })
    expect(shown(editionChanges(rope('Rope'), rope('The rope')))).toEqual([
      ['changed', 'The rope', 'Rope\nHemp.', 'The rope\nHemp.', null],
    ])
  })

  it('says the date and the sources of each section, of what is gone those it had', () => {
    const dated = (date: string, rest: string) =>
      edition({
        'encyclopedia/well.md': document('The well', `factsAsOf: ${date}\n`, `By the mill.[^rules]${rest}`),
      })
    const { sections } = editionChanges(
      dated('2026-10-01', '\n\n## Rope {#rope}\n\nHemp.[^rules]'),
      dated('2026-11-01', '[^rules] It is deep.'),
    )
    expect(sections.map(({ kind, date, sources }) => [kind, date, sources])).toEqual([
      ['changed', '2026-11-01', ['rules']],
      ['gone', '2026-10-01', ['rules']],
    ])
  })

  it('is found by letters of its titles and of what it says and said', () => {
    const { sections } = editionChanges(before, after)
    const titles = (query: string) => changesWith(query, sections).map(({ title }) => title)
    expect(titles('CARTS')).toEqual(['A ford'])
    expect(titles('12 metres')).toEqual(['Depth'])
    expect(titles(' ')).toHaveLength(sections.length)
    expect(titles('unicorn')).toEqual([])
  })

  it('is nothing between an edition and itself', () => {
    expect(editionChanges(before, before)).toEqual({ numbers: [], sections: [] })
  })

  it('names the numbers to call that changed, came and went', () => {
    const calling = (number: string) =>
      edition({
        'encyclopedia/help.md': document(
          'Help',
          hotline(number),
          `Lead.\n\n## Call {#call}\n\nCall ${number}.[^rules]`,
        ),
      })
    const numbers = (one: ReturnType<typeof edition>, other: ReturnType<typeof edition>) =>
      editionChanges(one, other).numbers.map(({ kind, before: was, after: is }) => [kind, was, is])
    expect(numbers(calling('152'), calling('116'))).toEqual([['changed', '152', '116']])
    const [number] = editionChanges(calling('152'), calling('116')).numbers
    expect(number).toMatchObject({ checked: '2026-11-01', source: 'rules' })
    expect(numbers(before, calling('152'))).toEqual([['new', null, '152']])
    expect(numbers(calling('152'), before)).toEqual([['gone', '152', null]])
  })
})
