import { expect, test } from 'vitest'
import type { Block } from './block.ts'
import { picturesOf } from './pictures.ts'

const picture = (path: string): Block => ({
  kind: 'figure',
  id: path,
  caption: [],
  content: { kind: 'image', path, width: 1, height: 1, alternative: '' },
})
const list = (items: readonly (readonly Block[])[]): Block => ({
  kind: 'list',
  ordered: false,
  start: 1,
  items,
})

test('pictures are found in lists, boxes, definitions and notes, each once', () => {
  const blocks: readonly Block[] = [
    picture('figures/a.png'),
    list([[picture('figures/b.png')], [list([[picture('figures/c.png')]])]]),
    { kind: 'blockquote', tone: 'note', children: [picture('figures/d.png'), picture('figures/a.png')] },
    { kind: 'definition', term: [], children: [picture('figures/e.png')] },
    { kind: 'code', value: 'figures/z.png' },
  ]
  const article = {
    sections: [
      {
        anchor: 'lead',
        number: '',
        heading: { kind: 'heading', depth: 1, children: [] },
        title: '',
        language: 'en',
        blocks,
        factsAsOf: null,
        confidence: null,
        sources: [],
      },
    ],
    notes: [{ id: 'n', children: [picture('figures/f.png')] }],
  } as const
  expect(picturesOf(article)).toEqual(['a', 'b', 'c', 'd', 'e', 'f'].map((name) => `figures/${name}.png`))
})
