import { describe, expect, it } from 'vitest'
import { actOf, Looking } from './look.svelte.ts'
import { OwnMemory } from './testing/ownmemory.ts'
import { OwnWork } from './work.svelte.ts'

const text = '# Title\nMenu: home, about\nFirst words\n## Depth\nMore words\nCell of a table'

async function opened(): Promise<{ memory: OwnMemory; work: OwnWork; looking: Looking }> {
  const memory = new OwnMemory()
  const work = new OwnWork(memory.bridge, () => Promise.resolve())
  await work.create('The village', 'en')
  await work.drop([new File([text], 'well.txt')])
  const looking = new Looking(work)
  await looking.open('well')
  return { memory, work, looking }
}

const key = (key: string, more: Partial<KeyboardEvent> = {}): Parameters<typeof actOf>[0] => ({
  key,
  code: '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
})

describe('a key in the list of parts', () => {
  it('means the same on every keyboard', () => {
    expect(actOf(key('Delete'))).toEqual({ kind: 'leaveOut' })
    expect(actOf(key('Enter'))).toEqual({ kind: 'restore' })
    expect(actOf(key('3'))).toEqual({ kind: 'level', level: 3 })
    expect(actOf(key('д', { code: 'KeyL' }))).toEqual({ kind: 'nextReading' })
    expect(actOf(key('я', { code: 'KeyZ', ctrlKey: true }))).toEqual({ kind: 'undo' })
  })

  it('is the window’s where it means nothing here', () => {
    for (const other of [key('7'), key('Tab'), key('k', { ctrlKey: true }), key('3', { altKey: true })])
      expect(actOf(other)).toBeNull()
  })
})

describe('looking through a document', () => {
  it('brings back a part that was left out, and undoes it', async () => {
    const { looking, work } = await opened()
    looking.move(1)
    expect(looking.current?.code).toBe('boilerplate-nav')
    expect(await looking.act({ kind: 'restore' })).toEqual({ kind: 'restored', text: 'Menu: home, about' })
    expect(looking.current?.isKept).toBe(true)
    expect(work.document('well')?.dropped).toBe(0)
    expect(await looking.act({ kind: 'undo' })).toEqual({ kind: 'undone' })
    expect(looking.current?.isKept).toBe(false)
    expect(await looking.act({ kind: 'undo' })).toEqual({ kind: 'nothing' })
  })

  it('changes the level of the heading that is meant, and of nothing else', async () => {
    const { looking } = await opened()
    looking.move(3)
    expect(looking.headingOf(looking.current)?.level).toBe(2)
    expect(await looking.act({ kind: 'level', level: 3 })).toMatchObject({ kind: 'level', level: 3 })
    expect(looking.headingOf(looking.current)?.level).toBe(3)
    looking.move(2)
    expect(await looking.act({ kind: 'level', level: 0 })).toEqual({ kind: 'nothing' })
  })

  it('makes plain text of a heading, and a heading again by the same key', async () => {
    const { looking } = await opened()
    looking.move(3)
    expect(await looking.act({ kind: 'level', level: 0 })).toMatchObject({ kind: 'level', level: 0 })
    expect(looking.headingOf(looking.current)).toBeNull()
    expect(await looking.act({ kind: 'level', level: 0 })).toMatchObject({ kind: 'level', level: 2 })
    expect(looking.headingOf(looking.current)?.level).toBe(2)
  })

  it('makes a heading of a paragraph, and says where a part could not come back to its place', async () => {
    const { looking } = await opened()
    looking.move(2)
    expect(await looking.act({ kind: 'level', level: 0 })).toEqual({ kind: 'nothing' })
    expect(await looking.act({ kind: 'level', level: 4 })).toMatchObject({ kind: 'level', level: 4 })
    looking.move(5)
    await looking.act({ kind: 'leaveOut' })
    expect(await looking.act({ kind: 'restore' })).toEqual({
      kind: 'restoredBehind',
      text: 'Cell of a table',
    })
  })

  it('shows the document as it is now where it was changed meanwhile', async () => {
    const { looking, memory, work } = await opened()
    looking.move(2)
    memory.touch(work.pack?.id ?? '', 'well')
    expect(await looking.act({ kind: 'leaveOut' })).toEqual({ kind: 'stale' })
    expect([looking.at, looking.current?.isKept]).toEqual([2, true])
    expect(await looking.act({ kind: 'leaveOut' })).toMatchObject({ kind: 'leftOut' })
  })

  it('does what fast keys say, one act after the other', async () => {
    const { looking } = await opened()
    looking.move(2)
    const first = looking.act({ kind: 'leaveOut' })
    looking.move(4)
    const second = looking.act({ kind: 'leaveOut' })
    expect(await Promise.all([first, second])).toEqual([
      { kind: 'leftOut', text: 'First words' },
      { kind: 'leftOut', text: 'More words' },
    ])
    expect(looking.look?.came.map(({ isKept }) => isKept)).toEqual([true, false, false, true, false, true])
  })

  it('stays within the list', async () => {
    const { looking } = await opened()
    looking.move(-3)
    expect(looking.at).toBe(0)
    looking.move(99)
    expect(looking.at).toBe(5)
  })
})
