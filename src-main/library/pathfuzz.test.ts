/** Addresses put together from the pieces of tricks, asked of a whole shelf over a real folder. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { openLibrary } from './library.ts'
import { pageFilesIn } from './pagefiles.ts'
import { withFolder, writeSamplePack, sampleFiles } from '../testing/samplepack.ts'
import { serve } from './serve.ts'
import { shelfOf } from './shelf.ts'
import { attempts } from '../../testing/effort.ts'

const pieces = fc.constantFrom(
  ...[
    '/',
    '//',
    '\\',
    '%2f',
    '%2F',
    '%5c',
    '%252f',
    '%c0%af',
    '%00',
    '%0a',
    '%',
    '%zz',
    '%25',
    ':',
    '~',
    '?',
    '#',
  ],
  ...['.', '..', '%2e', '%2e%2e', '...', ' ', '%20', 'ə', '%C9%99', '\u202e', '\uff0e\uff0e', '::$DATA'],
  ...['index.html', 'INDEX.HTML', 'library', 'library.json', 'village', 'pack.json', 'manifest.json'],
  ...[
    'articles',
    'reading-room.json',
    'prints',
    'one.pdf',
    'secret.json',
    'secret',
    '__proto__',
    'constructor',
  ],
  ...['app:', 'fieldshelf', 'file:', 'etc/passwd', 'a'.repeat(3000)],
)
const methods = fc.constantFrom('GET', 'GET', 'GET', 'HEAD', 'POST', 'get', 'TRACE', '', 'GET\r\nX: y')

it('a random address returns a file listed at the start or nothing, and never throws', () =>
  withFolder(async (folder) => {
    const inside = join(folder, 'out')
    await writeSamplePack(join(inside, 'library'), 'village')
    await mkdir(join(inside, 'renderer'))
    await writeFile(join(inside, 'renderer/index.html'), 'the page')
    // Beside everything that may be asked for.
    for (const place of ['.', 'out', 'out/library', 'out/library/village'])
      await writeFile(join(folder, place, 'secret.json'), 'secret')
    const shelf = shelfOf({
      page: await pageFilesIn(join(inside, 'renderer')),
      library: openLibrary([join(inside, 'library')]),
      print: (id) => (id === 'one' ? new Uint8Array(new TextEncoder().encode('a print')) : null),
    })
    const known = [
      'the page',
      'a print',
      '{"packs":[{"id":"village","state":"ready"}]}\n',
      ...Object.values(sampleFiles),
    ]
    const given = new Set<string>()
    const address = fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(methods, address, fc.boolean(), async (method, text, slash) => {
        const { status, body, headers } = await serve({ method, target: slash ? `/${text}` : text }, shelf)
        const words = new TextDecoder().decode(body)
        expect(headers['content-length']).toBe(String(body.byteLength))
        expect(headers['content-security-policy']).toBeDefined()
        if (status === 200) {
          expect(method).toBe('GET')
          expect(known).toContain(words)
          given.add(words)
        } else {
          expect([400, 404, 405]).toContain(status)
          expect(words).toBe('')
        }
      }),
      { numRuns: attempts(5000) },
    )
    // Or the property would hold of a shelf that gives out nothing.
    expect(given).toContain('the page')
  }))
