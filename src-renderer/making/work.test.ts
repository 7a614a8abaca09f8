import { describe, expect, it } from 'vitest'
import { OwnMemory } from './testing/ownmemory.ts'
import { OwnWork } from './work.svelte.ts'

async function begun(): Promise<{ memory: OwnMemory; work: OwnWork }> {
  const memory = new OwnMemory()
  const work = new OwnWork(memory.bridge, () => Promise.resolve())
  await work.create('The village', 'en')
  return { memory, work }
}

const file = (name: string, text: string): File => new File([text], name)

describe('documents that are brought in', () => {
  it('are there in order, and one that can’t be read stops no other', async () => {
    const { work } = await begun()
    await work.drop([file('well.txt', '# The well'), file('x.exe', '%'), file('ford.txt', 'The ford')])
    expect(work.pack?.content.map(({ id }) => id)).toEqual(['well', 'ford'])
    expect(work.adding).toEqual({
      kind: 'done',
      added: 2,
      refused: [{ file: 'x.exe', kind: 'unknown-kind' }],
    })
  })

  it('are refused by name where the system does not hand them out', async () => {
    const { work } = await begun()
    const gone = {
      name: 'gone.txt',
      size: 3,
      slice: () => ({ arrayBuffer: () => Promise.reject(new Error()) }),
    }
    await work.drop([gone as unknown as File, file('well.txt', 'The well')])
    expect(work.adding).toMatchObject({ added: 1, refused: [{ file: 'gone.txt', kind: 'gone' }] })
  })

  it('that are stopped stay as far as they were read', async () => {
    const { memory, work } = await begun()
    const slow = file('second.txt', 'B')
    const reading = work.drop([file('first.txt', 'A'), slow, file('third.txt', 'C')])
    Object.defineProperty(slow, 'slice', {
      value: () => {
        void work.stop()
        return new Blob(['B'])
      },
    })
    await reading
    expect(work.pack?.content.map(({ id }) => id)).toEqual(['first', 'second'])
    expect(memory.asked).toContain('own.cancel')
  })

  it('are read after those that are being read, also for another pack', async () => {
    const { work } = await begun()
    const village = work.pack?.id ?? ''
    const reading = work.drop([file('a.txt', 'A'), file('b.txt', 'B')])
    await work.drop([file('c.txt', 'C')])
    await work.create('The town', 'en')
    await work.drop([file('d.txt', 'D')])
    await reading
    expect(work.pack?.content.map(({ id }) => id)).toEqual(['d'])
    await work.open(village)
    expect(work.pack?.content.map(({ id }) => id)).toEqual(['a', 'b', 'c'])
  })

  it('come from the dialog, and a cancelled dialog says nothing', async () => {
    const { memory, work } = await begun()
    await work.choose('files')
    expect([work.adding.kind, work.failed]).toEqual(['idle', null])
    memory.chosen = { 'well.txt': 'The well' }
    await work.choose('files')
    expect(work.adding).toMatchObject({ kind: 'done', added: 1 })
    expect(work.pack?.content.length).toBe(1)
  })

  it('are removed and come back to their place', async () => {
    const { work } = await begun()
    await work.drop([file('a.txt', 'A'), file('b.txt', 'B')])
    const first = work.document('a')
    if (!first) throw new Error('There is no document.')
    await work.removeDocument(first)
    expect(work.removed).toEqual(first)
    await work.undoRemove()
    expect([work.removed, work.pack?.content.map(({ id }) => id)]).toEqual([null, ['a', 'b']])
  })
})

describe('a pack in work', () => {
  it('says what could not be done, until the next thing is done', async () => {
    const { memory, work } = await begun()
    memory.fails = 'disk-full'
    await work.about({ title: 'T', edition: '1', publisher: '', language: 'en', licence: '' })
    expect([work.failed, work.pack?.about.title]).toEqual(['disk-full', 'The village'])
    await work.about({ title: 'T', edition: '1', publisher: '', language: 'en', licence: '' })
    expect([work.failed, work.pack?.about.title]).toEqual([null, 'T'])
  })

  it('keeps an answer about a document that was changed meanwhile', async () => {
    const { memory, work } = await begun()
    await work.drop([file('a.txt', 'A')])
    const looked = work.look('a')
    memory.touch(work.pack?.id ?? '', 'a')
    await looked
    expect(await work.note('a', { kind: 'passOn', answer: 'no' })).toBe(true)
    expect(work.document('a')?.passOn).toBe('no')
  })

  it('forgets its check when it changes', async () => {
    const { work } = await begun()
    await work.drop([file('a.txt', '## A\n#### B')])
    await work.check()
    expect(work.problems).toHaveLength(1)
    expect(await work.save()).toBeNull()
    expect(work.failed).toBe('errors')
    expect(work.problems).toBeNull()
  })
})
