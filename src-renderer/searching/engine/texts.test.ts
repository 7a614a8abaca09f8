import { describe, expect, it } from 'vitest'
import { articleOf } from '../../../src-library/search/samples.ts'
import { Texts } from './texts.ts'

function textsOf(most?: number): { texts: Texts; read: string[] } {
  const read: string[] = []
  const texts = new Texts(async (path) => {
    read.push(path)
    if (path === 'gone') throw new Error('It is not there')
    return articleOf({ id: path, title: path, sections: [{ text: 'Ten letter' }] })
  }, most)
  return { texts, read }
}

describe('the texts of snippets', () => {
  it('are read once, by section', async () => {
    const { texts, read } = textsOf()
    expect([...((await texts.of('well')) ?? [])].map(([, text]) => text)).toEqual(['Ten letter'])
    await texts.of('well')
    expect(read).toEqual(['well'])
  })

  it('make room by leaving the article that was asked for longest ago', async () => {
    const { texts, read } = textsOf(20)
    await texts.of('well')
    await texts.of('gate')
    await texts.of('well')
    await texts.of('barn')
    await texts.of('well')
    expect(read).toEqual(['well', 'gate', 'barn'])
    await texts.of('gate')
    expect(read).toEqual(['well', 'gate', 'barn', 'gate'])
  })

  it('are none where an article can’t be read', async () => {
    expect(await textsOf().texts.of('gone')).toBeNull()
  })
})
