import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isSection, itemOf, printSectionsOf } from './listitems.ts'
import { mostListed, PrintList, type ListedSection } from './printlist.svelte.ts'
import { keyOf } from './remembered.ts'

const section = (anchor: string): ListedSection => ({
  pack: 'village',
  article: 'library',
  anchor,
  subsections: true,
  title: anchor,
  articleTitle: 'The village library',
  quote: '',
})

function listOf(...anchors: string[]): PrintList {
  const list = new PrintList()
  for (const anchor of anchors) list.add(section(anchor))
  return list
}

const anchors = (list: PrintList): string[] => list.sections.map((one) => one.anchor)

test('a section is listed once', () => {
  expect(anchors(listOf('a', 'b', 'a'))).toEqual(['a', 'b'])
})

test('a section that another edition has elsewhere is followed, in every step back', () => {
  const list = listOf('a', 'b')
  list.remove(section('a'))
  const moved = new Map([[keyOf(section('a')), { article: 'rooms', anchor: 'a2' }]])
  list.follow(moved)
  expect(anchors(list)).toEqual(['b'])
  list.undo()
  expect(list.sections.map(({ article, anchor }) => `${article}#${anchor}`)).toEqual([
    'rooms#a2',
    'library#b',
  ])
  expect(list.everListed.map(({ anchor }) => anchor)).toEqual(['a2', 'b'])
})

test('two sections that became one are listed once', () => {
  const list = listOf('a', 'b')
  list.follow(new Map([[keyOf(section('b')), { article: 'library', anchor: 'a' }]]))
  expect(anchors(list)).toEqual(['a'])
})

test('a section moves as far as the ends and says where it is', () => {
  const list = listOf('a', 'b', 'c')
  expect(list.move(section('c'), -1)).toBe(1)
  expect(list.move(section('c'), -5)).toBe(0)
  expect(list.move(section('c'), -1)).toBe(0)
  expect(anchors(list)).toEqual(['c', 'a', 'b'])
  expect(list.move(section('a'), 9)).toBe(2)
  expect(anchors(list)).toEqual(['c', 'b', 'a'])
})

test('moving what is not listed changes nothing', () => {
  const list = listOf('a')
  expect(list.move(section('x'), 1)).toBe(-1)
  expect(anchors(list)).toEqual(['a'])
})

test('every change can be undone, step by step', () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant('add' as const), anchor: fc.constantFrom('a', 'b', 'c', 'd') }),
    fc.record({ kind: fc.constant('remove' as const), anchor: fc.constantFrom('a', 'b', 'c', 'd') }),
    fc.record({
      kind: fc.constant('move' as const),
      anchor: fc.constantFrom('a', 'b', 'c', 'd'),
      by: fc.integer({ min: -3, max: 3 }),
    }),
    fc.record({ kind: fc.constant('rename' as const), title: fc.constantFrom('', 'Desk', 'Shelter') }),
    fc.record({ kind: fc.constant('clear' as const) }),
  )
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const list = new PrintList()
      const state = (): readonly string[] => [list.title, ...anchors(list)]
      const seen = [{ state: state(), renamed: false }]
      for (const one of steps) {
        if (one.kind === 'add') list.add(section(one.anchor))
        if (one.kind === 'remove') list.remove(section(one.anchor))
        if (one.kind === 'move') list.move(section(one.anchor), one.by)
        if (one.kind === 'rename') list.rename(one.title)
        if (one.kind === 'clear') list.clear()
        const last = seen.at(-1)
        if (state().join() === last?.state.join()) continue
        // Typing a title letter by letter is one step.
        const renamed = one.kind === 'rename'
        if (renamed && last?.renamed) seen.pop()
        seen.push({ state: state(), renamed })
      }
      while (list.canUndo) {
        expect(state()).toEqual(seen.pop()?.state)
        list.undo()
      }
      expect(state()).toEqual([''])
    }),
  )
})

test('undo takes back the last step and leaves the title that was typed before it', () => {
  const list = listOf('a')
  list.rename('D')
  list.rename('Desk')
  list.add(section('b'))
  list.undo()
  expect([list.title, ...anchors(list)]).toEqual(['Desk', 'a'])
  list.undo()
  expect([list.title, ...anchors(list)]).toEqual(['', 'a'])
})

test('a list holds as many sections as one document may have', () => {
  const list = new PrintList()
  for (let n = 0; n < mostListed; n++) expect(list.add(section(`s${n}`))).toBe(true)
  expect(list.add(section('one-more'))).toBe(false)
  expect(list.add(section('s0'))).toBe(true)
  expect(list.sections.length).toBe(mostListed)
})

test('several sections are added in one step, those that are new', () => {
  const list = listOf('a')
  expect(list.addAll(['a', 'b', 'b', 'c'].map(section))).toBe(2)
  expect(anchors(list)).toEqual(['a', 'b', 'c'])
  list.undo()
  expect(anchors(list)).toEqual(['a'])
})

test('a section and its translation are one', () => {
  const list = new PrintList(({ anchor }) => anchor)
  list.add(section('a'))
  const translated = { ...section('a'), article: 'library-az' }
  expect(list.has(translated)).toBe(true)
  expect(list.addAll([translated])).toBe(0)
  list.remove(translated)
  expect(anchors(list)).toEqual([])
})

test('an article takes the place of the first of its sections', () => {
  const list = listOf('x', 'a', 'y', 'b')
  list.exchange(section('lead'), ({ anchor }) => anchor === 'a' || anchor === 'b')
  expect(anchors(list)).toEqual(['x', 'lead', 'y'])
  list.exchange(section('z'), () => false)
  expect(anchors(list)).toEqual(['x', 'lead', 'y', 'z'])
})

test('headings, new pages and pages for notes are items that move and go like others', () => {
  const list = listOf('a', 'b')
  list.insert({ kind: 'break' }, 1)
  list.insert({ kind: 'heading', text: 'Day' }, 0)
  list.insert({ kind: 'notes' })
  expect(list.items.map(({ kind }) => kind)).toEqual(['heading', 'section', 'break', 'section', 'notes'])
  expect(list.moveTo(4, -7)).toBe(0)
  list.removeAt(3)
  expect(list.items.map(({ kind }) => kind)).toEqual(['notes', 'heading', 'section', 'section'])
})

test('typing a heading is one step', () => {
  const list = new PrintList()
  list.insert({ kind: 'heading', text: '' })
  for (const text of ['D', 'Da', 'Day']) {
    const [heading] = list.items
    if (heading) list.retype(heading, text)
  }
  list.undo()
  expect(list.items).toMatchObject([{ kind: 'heading', text: '' }])
})

test('a new page comes before the next section that is there', () => {
  const list = listOf('a', 'gone', 'b')
  list.insert({ kind: 'break' }, 2)
  list.insert({ kind: 'notes' })
  const found = printSectionsOf(list.items, ({ pack, article, anchor, subsections }) =>
    anchor === 'gone' ? null : { pack, article, anchor, subsections },
  )
  expect(found.sections.map(({ anchor }) => anchor)).toEqual(['a', 'b'])
  expect(found.between).toEqual([
    { kind: 'break', before: 1 },
    { kind: 'notes', before: 2 },
  ])
})

test('a list is saved until it is changed, and an empty one has nothing to lose', () => {
  const list = new PrintList()
  expect(list.isSaved).toBe(true)
  list.add(section('a'))
  expect(list.isSaved).toBe(false)
  list.saved(list.now)
  expect(list.isSaved).toBe(true)
  list.rename('Desk')
  expect(list.isSaved).toBe(false)
  list.undo()
  expect(list.isSaved).toBe(true)
  list.replace({ title: '', preset: 'training', items: [itemOf(section('b'))] })
  expect(list.isSaved).toBe(true)
  expect(list.items.every(isSection)).toBe(true)
})
