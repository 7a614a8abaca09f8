import { EventEmitter } from 'node:events'
import type { Session } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { originsOf } from '../addresses.ts'
import { lockDownSession } from './session.ts'

/** A session that records its calls, in order. */
function recorded() {
  const events = new EventEmitter()
  const calls: [name: string, ...given: unknown[]][] = []
  const record = (owner: object, prefix = ''): object =>
    new Proxy(owner, {
      get: (target, name) => {
        if (typeof name !== 'string') return undefined
        if (name === 'webRequest') return record({}, 'webRequest.')
        if (name === 'on') return events.on.bind(events)
        if (name in target) return Reflect.get(target, name)
        return (...given: unknown[]) => {
          calls.push([prefix + name, ...given])
          return Promise.resolve()
        }
      },
    })
  lockDownSession(record({}) as Session, originsOf(true, undefined))
  const given = (name: string): unknown => calls.find(([called]) => called === name)?.[1]
  return { calls, events, given: given as (name: string) => never }
}

describe('a session', () => {
  it('drops its dictionaries first, in the tick of its creation', () => {
    expect(recorded().calls.slice(0, 3)).toEqual([
      ['setSpellCheckerDictionaryDownloadURL', 'https://dictionary.invalid/'],
      ['setSpellCheckerLanguages', []],
      ['setSpellCheckerEnabled', false],
    ])
  })

  it.each([
    ['app://fieldshelf/index.html', false],
    ['https://example.com/', true],
    ['http://127.0.0.1:8080/', true],
    ['ws://fieldshelf/', true],
    ['file:///etc/passwd', true],
  ])('asked for %s, cancels: %s', (url, cancel) => {
    const filter: (details: { url: string }, decide: (answer: object) => void) => void = recorded().given(
      'webRequest.onBeforeRequest',
    )
    const decide = vi.fn()
    filter({ url }, decide)
    expect(decide).toHaveBeenCalledExactlyOnceWith({ cancel })
  })

  it('grants no permission, whether it is asked for or looked up', () => {
    const { given } = recorded()
    const ask: (...given: unknown[]) => void = given('setPermissionRequestHandler')
    const look: () => boolean = given('setPermissionCheckHandler')
    const device: () => boolean = given('setDevicePermissionHandler')
    const decide = vi.fn()
    ask({}, 'media', decide)
    expect(decide).toHaveBeenCalledExactlyOnceWith(false)
    expect(look()).toBe(false)
    expect(device()).toBe(false)
  })

  it('trusts no certificate and looks for no proxy', () => {
    const { given } = recorded()
    const verify: (...given: unknown[]) => void = given('setCertificateVerifyProc')
    const decide = vi.fn()
    verify({}, decide)
    expect(decide).toHaveBeenCalledExactlyOnceWith(-2)
    expect(given('setProxy')).toEqual({ mode: 'direct' })
  })

  it.each(['will-download', 'select-hid-device', 'select-serial-port', 'select-usb-device'])(
    'refuses %s',
    (name) => {
      const preventDefault = vi.fn()
      const answer = vi.fn()
      recorded().events.emit(name, { preventDefault }, {}, answer, answer)
      expect(preventDefault).toHaveBeenCalledOnce()
    },
  )
})
