import { createHash } from 'node:crypto'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { dataFile } from '../../src-compiler/stick/datafile.ts'
import { encodeManifest, packFormat } from '../../src-library/format/manifest.ts'
import {
  fromBase91,
  stickFilePath,
  stickGlobal,
  toBase91,
  type TakeFile,
} from '../../src-library/format/stickfile.ts'
import { contentByScript } from './scriptcontent.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const hours = bytesOf('{"title":"Hours"}\n')
const map = bytesOf('a picture')
const entry = (bytes: Uint8Array) => ({
  bytes: bytes.length,
  sha256: createHash('sha256').update(bytes).digest('hex'),
})
const manifest = encodeManifest({
  format: packFormat,
  id: 'village',
  title: 'The village',
  edition: '2026-11',
  language: 'en',
  files: new Map([
    ['articles/hours.json', entry(hours)],
    ['figures/map.png', entry(map)],
  ]),
})

/** A stick with these files; `changed` are data files by path, as they lie on it. */
function stick(changed: Readonly<Record<string, string>> = {}) {
  const files: Readonly<Record<string, Uint8Array>> = {
    'notices.json': bytesOf('{}'),
    'library/village/manifest.json': bytesOf(manifest),
    'library/village/articles/hours.json': hours,
    'library/village/figures/map.png': map,
  }
  const texts = new Map([
    ...Object.entries(files).map(([path, bytes]) => [stickFilePath(path), dataFile(path, bytes)] as const),
    ...Object.entries(changed).map(([path, text]) => [stickFilePath(path), text] as const),
  ])
  let put: TakeFile = () => undefined
  const ran: string[] = []
  const content = contentByScript({
    // As a browser does: a script that is not there is an error; one that is no script, or throws, is not.
    run: (path) => {
      ran.push(path)
      const text = texts.get(path)
      if (text === undefined) return Promise.reject(new Error(`${path} is not there.`))
      try {
        runInNewContext(text, { [stickGlobal]: { put } })
      } catch {
        // The script did not hand its bytes over.
      }
      return Promise.resolve()
    },
    listen: (take) => void (put = take),
    addressOf: (bytes, mediaType) => `blob:${mediaType}:${new TextDecoder().decode(bytes)}`,
  })
  return { content, ran }
}

const article = 'library/village/articles/hours.json'

describe('content by script', () => {
  test('gives the bytes of a file, whichever it is', async () => {
    const { content } = stick()
    expect(await content.read('notices.json')).toEqual(bytesOf('{}'))
    expect(await content.read('library/village/manifest.json')).toEqual(bytesOf(manifest))
    expect(await content.read(article)).toEqual(hours)
  })

  test('runs a script once for two who read it at the same time, and again for a third', async () => {
    const { content, ran } = stick()
    await Promise.all([content.read(article), content.read(article)])
    await content.read(article)
    expect(ran.filter((path) => path === stickFilePath(article))).toHaveLength(2)
    expect(ran.filter((path) => path.includes('manifest'))).toHaveLength(1)
  })

  test('reads every byte as it was written, however many there are', () => {
    for (let length = 0; length < 300; length++) {
      const bytes = Uint8Array.from({ length }, (_, i) => (i * 73 + length * 151) & 255)
      expect(fromBase91(toBase91(bytes))).toEqual(bytes)
      expect(toBase91(bytes)).not.toMatch(/["\\\s]/)
    }
    expect(fromBase91(toBase91(new Uint8Array(9).fill(255)))).toEqual(new Uint8Array(9).fill(255))
  })

  test('has nothing that the manifest does not list', async () => {
    expect(await stick().content.read('library/village/terms.json')).toBeNull()
  })

  test('refuses a file of another edition, though it is whole', async () => {
    const { content } = stick({ [article]: dataFile(article, bytesOf('{"title":"Old hours"}\n')) })
    await expect(content.read(article)).rejects.toThrow('not the file of this edition')
  })

  test('never gives other bytes for a file with a flipped byte', async () => {
    const whole = dataFile(article, hours)
    for (let at = 0; at < whole.length; at++) {
      const flipped = whole.slice(0, at) + String.fromCharCode(whole.charCodeAt(at) ^ 1) + whole.slice(at + 1)
      const read = await stick({ [article]: flipped })
        .content.read(article)
        .catch(() => 'refused')
      expect([hours, 'refused']).toContainEqual(read)
    }
    await expect(stick({ [article]: whole.replace('put', 'pat') }).content.read(article)).rejects.toThrow()
  })

  test('draws pictures from the bytes that were checked', async () => {
    const path = 'library/village/figures/map.png'
    const { content } = stick()
    expect(content.picture(path)).toBe('')
    await content.preparePictures([path])
    expect(content.picture(path)).toBe('blob:image/png:a picture')
    const damaged = stick({ [path]: dataFile(path, bytesOf('another')) }).content
    await expect(damaged.preparePictures([path])).rejects.toThrow()
    expect(damaged.picture(path)).toBe('')
  })
})
