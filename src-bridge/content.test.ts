import { describe, expect, test } from 'vitest'
import { contentByAddress } from './content.ts'

const bytes = new TextEncoder().encode('{}')

/** A host that has these files, and answers some addresses with a status. */
const host =
  (files: Readonly<Record<string, number>>) =>
  (address: URL): Promise<Pick<Response, 'ok' | 'status' | 'arrayBuffer'>> => {
    const status = files[address.href] ?? 404
    return Promise.resolve({ ok: status === 200, status, arrayBuffer: () => Promise.resolve(bytes.buffer) })
  }

describe('content by address', () => {
  const content = contentByAddress(
    'app://fieldshelf/index.html#/read/village/hours',
    host({
      'app://fieldshelf/library/library.json': 200,
      'app://fieldshelf/library/village/pack.json': 500,
    }),
  )

  test('is read beside the page, whatever place the page is at', async () => {
    expect(await content.read('library/library.json')).toEqual(bytes)
  })

  test('that is not there is null, and that can’t be read rejects', async () => {
    expect(await content.read('library/village/terms.json')).toBeNull()
    await expect(content.read('library/village/pack.json')).rejects.toThrow('village/pack.json')
  })
})
