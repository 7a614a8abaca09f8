/** Requests that are right except in one place: closer to the tries of a page that was taken over than noise. */
import fc from 'fast-check'
import * as v from 'valibot'
import { expect, it, vi } from 'vitest'
import { calls, type Answers, type Channel, type RequestOf } from '../src-bridge/contract.ts'
import { defaultSettings } from '../src-bridge/settings.ts'
import { originsOf } from './addresses.ts'
import { listen } from './channels.ts'
import { attempts } from '../testing/effort.ts'

const section = { pack: 'village', article: 'well', anchor: 'users' }
const remembered = { ...section, title: 'Users', articleTitle: 'The well', quote: 'Everybody.' }
const job = {
  kind: 'sections',
  sections: [{ ...section, subsections: true }],
  title: null,
  preset: 'standard',
  textSize: 12,
  paper: 'A4',
  include: { cover: true, contents: true, facts: true, sources: true, notesArea: true, helpNumbers: true },
  printedOn: '2026-11-26',
} as const satisfies RequestOf<'print.prepare'>

const noFilters = { packs: [], kinds: [], years: [], languages: [], sources: [], titleOnly: false }

const right: { readonly [C in Channel]: RequestOf<C> } = {
  'app.about': null,
  'clipboard.write': { text: 'ə' },
  'settings.read': null,
  'settings.write': defaultSettings,
  'bookmarks.read': null,
  'bookmarks.write': [{ ...remembered, added: '2026-11-26' }],
  'stops.read': null,
  'stops.write': [{ ...remembered, read: '2026-11-26' }],
  'kept.list': null,
  'list.read': null,
  'list.write': [
    { kind: 'about', title: 'Desk', preset: 'briefing' },
    { kind: 'section', ...remembered, subsections: true },
    { kind: 'heading', text: 'Day' },
  ],
  'window.unsaved': { sections: 3 },
  'window.covered': { covered: true },
  'kept.remove': { part: 'bookmarks' },
  'file.save': { kind: 'printList', text: '{}' },
  'file.open': { kind: 'kept' },
  'packs.list': null,
  'packs.waiting': null,
  'packs.offer': { from: 'outside' },
  'packs.drop': { size: 4096 },
  'packs.cancel': null,
  'packs.change': { kind: 'goBack', pack: 'village' },
  'packs.check': { pack: 'village' },
  'own.list': null,
  'own.create': { title: 'Ours', language: 'az' },
  'own.read': { pack: 'own-0123abcd' },
  'own.about': {
    pack: 'own-0123abcd',
    about: { title: 'Ours', edition: '2026-11', publisher: '', language: 'az', licence: '' },
  },
  'own.choose': { pack: 'own-0123abcd', what: 'folder' },
  'own.drop': { pack: 'own-0123abcd', file: 'Wells.docx', size: 4096 },
  'own.cancel': null,
  'own.look': { pack: 'own-0123abcd', document: 'wells' },
  'own.edit': {
    pack: 'own-0123abcd',
    document: 'wells',
    version: 3,
    edit: { kind: 'heading', index: 0, level: 2 },
  },
  'own.removeDocument': { pack: 'own-0123abcd', document: 'wells' },
  'own.undoRemove': { pack: 'own-0123abcd' },
  'own.check': { pack: 'own-0123abcd' },
  'own.save': { pack: 'own-0123abcd' },
  'own.export': { pack: 'own-0123abcd' },
  'own.key': { kind: 'make', name: 'Village Library', passphrase: 'five words make one phrase' },
  'own.sign': { pack: 'own-0123abcd', passphrase: 'five words make one phrase' },
  'own.remove': { pack: 'own-0123abcd' },
  'print.prepare': job,
  'print.cancel': null,
  'print.save': { id: '1' },
  'print.paper': {
    kind: 'evidence',
    search: { query: 'well', filters: noFilters, order: 'relevance', language: 'en' },
    most: 10,
    textSize: 12,
    paper: 'A4',
    printedOn: '2026-11-26',
  },
}
const channels = Object.keys(right) as Channel[]

const deep = (): unknown => {
  let value: unknown = 'x'
  for (let depth = 0; depth < 20_000; depth++) value = [value]
  return value
}
/** What structured cloning carries over, and a careless check may let through. */
const hostile = fc.oneof(
  fc.constantFrom<unknown>(
    NaN,
    -0,
    Infinity,
    1e308,
    '',
    '../../etc/passwd',
    'a\0b',
    '\ud800',
    '\u202egnp.exe',
    '__proto__',
    '9999-99-99',
    'x'.repeat(3_000_000),
    deep(),
    Array.from({ length: 100_000 }, () => 0),
    JSON.parse('{"__proto__": {"part": "settings"}, "constructor": {"prototype": {}}}'),
    new Map([['part', 'settings']]),
    new Date(NaN),
    new Error('x'),
    new Uint8Array(8),
    undefined,
    null,
    10n,
  ),
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withTypedArray: true }),
)

/** The value with one place replaced, one member added or one taken away: `way` says which, number by number. */
function changed(value: unknown, way: readonly number[], to: unknown): unknown {
  const [step = 0, ...rest] = way
  if (typeof value !== 'object' || value === null || rest.length === 0) return to
  const keys = Object.keys(value)
  if (Array.isArray(value)) return [changed(value[0], rest, to), ...(step % 3 === 0 ? [to] : [])]
  const key = keys[step % (keys.length + 1)]
  if (key === undefined) return { ...value, more: to }
  if (step % 7 === 0) return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key))
  return { ...value, [key]: changed((value as Record<string, unknown>)[key], rest, to) }
}

function listening() {
  const handlers = new Map<string, (event: unknown, request: unknown) => Promise<unknown>>()
  const report = vi.fn()
  const echo = (request: unknown): Promise<unknown> => Promise.resolve({ request })
  let time = 0
  listen(
    { handle: (channel, handler) => void handlers.set(channel, handler as never) },
    {
      answers: Object.fromEntries(channels.map((channel) => [channel, echo])) as unknown as Answers,
      windows: new Set([1]),
      origins: originsOf(true, undefined),
      now: () => (time += 1000),
      report,
    },
  )
  const frame = { url: 'app://fieldshelf/index.html', parent: null, isDestroyed: () => false }
  const event = { senderFrame: frame, sender: { id: 1, mainFrame: frame } }
  return { report, call: (channel: string, request: unknown) => handlers.get(channel)?.(event, request) }
}

it('every right request is let through as it is', async () => {
  const { call } = listening()
  for (const channel of channels)
    expect(await call(channel, right[channel])).toEqual({ request: right[channel] })
})

/** JSON has no zero below zero. */
function withOneZero(value: unknown): unknown {
  if (value === 0) return 0
  if (Array.isArray(value)) return value.map(withOneZero)
  return value !== null && Object.getPrototypeOf(value) === Object.prototype
    ? Object.fromEntries(Object.entries(value as object).map(([key, one]) => [key, withOneZero(one)]))
    : value
}

it('of a request that is wrong in one place nothing reaches an answer but what the contract names', async () => {
  const { call, report } = listening()
  const way = fc.array(fc.nat({ max: 20 }), { minLength: 1, maxLength: 5 })
  await fc.assert(
    fc.asyncProperty(fc.constantFrom(...channels), way, hostile, async (channel, path, to) => {
      // JSON writes -0 as 0, and it does no harm.
      fc.pre(!Object.is(to, -0))
      const outcome = await call(channel, changed(right[channel], path, to))?.catch((error: unknown) =>
        String(error),
      )
      if (typeof outcome === 'string') {
        expect(outcome).toContain('as the contract says')
        return
      }
      const { request } = outcome as { request: unknown }
      // Plain data, no more of it than the contract knows, and no longer than it allows.
      expect(v.parse(calls[channel].request as v.GenericSchema, request)).toEqual(request)
      expect(JSON.parse(JSON.stringify(request))).toEqual(withOneZero(request))
      expect(JSON.stringify(request).length).toBeLessThan(5_000_000)
    }),
    { numRuns: attempts(3000) },
  )
  expect(report).not.toHaveBeenCalled()
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('part')
}, 60_000)
