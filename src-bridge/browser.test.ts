import { describe, expect, it } from 'vitest'
import { browserBridge as bridgeOf, type BrowserHost, type BrowserPage } from './browser.ts'
import { damagedKeyOf, keyOf } from './browserstore.ts'
import { capabilities } from './contract.ts'
import { MemoryStorage } from './memorystorage.ts'
import { decodePrintJob } from './printaddress.ts'
import { defaultSettings } from './settings.ts'

const settingsKey = keyOf('settings')
const damagedKey = damagedKeyOf('settings')

class Keeping {
  readonly values = new Map<string, string>()
  get length(): number {
    return this.values.size
  }
  getItem = (key: string): string | null => this.values.get(key) ?? null
  setItem = (key: string, value: string): void => void this.values.set(key, value)
  removeItem = (key: string): void => void this.values.delete(key)
}

function page(changes: Partial<Record<keyof BrowserPage, unknown>> = {}): BrowserPage {
  const base = {
    localStorage: new Keeping(),
    navigator: { clipboard: { writeText: () => Promise.resolve() } },
    open: () => ({}),
  }
  return { ...base, ...changes } as unknown as BrowserPage
}

const host: BrowserHost = {
  content: { read: () => Promise.reject(new TypeError('no such file')) },
  printPage: 'print.html',
  kept: true,
}
const browserBridge = (page: BrowserPage) => bridgeOf(page, host)

const dark = { ...defaultSettings, theme: 'dark' } as const

const job = {
  kind: 'sections',
  sections: [{ pack: 'village', article: 'reading-room', anchor: 'lead', subsections: true }],
  title: null,
  preset: 'standard',
  textSize: 12,
  paper: 'A4',
  include: {
    cover: false,
    contents: false,
    facts: true,
    sources: true,
    notesArea: false,
    helpNumbers: false,
  },
  printedOn: '2026-11-23',
} as const

const bookmark = {
  pack: 'village',
  article: 'reading-room',
  anchor: 'hours',
  title: 'Hours',
  articleTitle: 'The reading room',
  quote: 'Open on weekdays',
  added: '2026-11-20',
}

describe('bookmarks in a browser', () => {
  it('are listed with how many and since when, and removed with their damaged copy', async () => {
    const storage = new Keeping()
    const bridge = browserBridge(page({ localStorage: storage }))
    expect(await bridge.call('kept.list', null)).toEqual({ ok: true, value: [] })
    storage.setItem(damagedKeyOf('bookmarks'), '{')
    await bridge.call('bookmarks.write', [bookmark, { ...bookmark, anchor: 'rules', added: '2026-11-02' }])
    expect(await bridge.call('kept.list', null)).toMatchObject({
      value: [{ part: 'bookmarks', entries: 2, since: '2026-11-02', changed: null }],
    })
    await bridge.call('kept.remove', { part: 'bookmarks' })
    expect([...storage.values.keys()]).toEqual([])
    expect(await bridge.call('bookmarks.read', null)).toEqual({
      ok: true,
      value: { entries: [], state: 'new' },
    })
  })
})

describe('bookmarks that a browser holds', () => {
  const key = keyOf('bookmarks')

  it('are left alone when a newer Fieldshelf wrote what is not understood', async () => {
    const storage = new Keeping()
    const text = JSON.stringify({ version: 2, bookmarks: { folders: [] } })
    storage.setItem(key, text)
    const bridge = browserBridge(page({ localStorage: storage }))
    expect(await bridge.call('bookmarks.read', null)).toEqual({
      ok: true,
      value: { entries: [], state: 'newer' },
    })
    expect(await bridge.call('bookmarks.write', [bookmark])).toMatchObject({
      ok: false,
      failure: { reason: 'newer' },
    })
    expect(storage.getItem(key)).toBe(text)
  })

  it('are read one by one: a bad one is set aside with the rest, and costs no other', async () => {
    const storage = new Keeping()
    const text = JSON.stringify({ version: 1, bookmarks: [{ ...bookmark, anchor: '' }, bookmark, 7] })
    storage.setItem(key, text)
    const bridge = browserBridge(page({ localStorage: storage }))
    expect(await bridge.call('bookmarks.read', null)).toEqual({
      ok: true,
      value: { entries: [bookmark], state: 'restored' },
    })
    expect(storage.getItem(damagedKeyOf('bookmarks'))).toBe(text)
  })

  it('hold no control characters and no overrides of the direction', async () => {
    const storage = new Keeping()
    const title = 'Hotline\u202e 251\u0007'
    storage.setItem(key, JSON.stringify({ version: 1, bookmarks: [{ ...bookmark, title }] }))
    expect(await browserBridge(page({ localStorage: storage })).call('bookmarks.read', null)).toMatchObject({
      value: { entries: [{ title: 'Hotline  251 ' }], state: 'kept' },
    })
  })
})

describe('settings in a browser', () => {
  it('are the defaults at first, then what was written', async () => {
    const host = page()
    expect(await browserBridge(host).call('settings.read', null)).toEqual({
      ok: true,
      value: { settings: defaultSettings, state: 'new' },
    })
    await browserBridge(host).call('settings.write', dark)
    expect(await browserBridge(host).call('settings.read', null)).toEqual({
      ok: true,
      value: { settings: dark, state: 'kept' },
    })
  })

  it.each(['', '{', 'null', '[]', '{"version":1}', '"dark"'])(
    'that read %s are kept aside, not overwritten',
    async (text) => {
      const storage = new Keeping()
      storage.setItem(settingsKey, text)
      const answer = await browserBridge(page({ localStorage: storage })).call('settings.read', null)
      expect(answer).toMatchObject({ ok: true, value: { settings: defaultSettings, state: 'lost' } })
      expect(storage.getItem(damagedKey)).toBe(text)
    },
  )

  it('of a newer Fieldshelf are read and left alone', async () => {
    const storage = new Keeping()
    const text = JSON.stringify({ version: 2, settings: { ...dark, more: true } })
    storage.setItem(settingsKey, text)
    const bridge = browserBridge(page({ localStorage: storage }))
    expect(await bridge.call('settings.read', null)).toEqual({
      ok: true,
      value: { settings: dark, state: 'newer' },
    })
    expect(await bridge.call('settings.write', defaultSettings)).toMatchObject({
      ok: false,
      failure: { reason: 'newer' },
    })
    expect(storage.getItem(settingsKey)).toBe(text)
  })

  it('are not kept where the browser is full, and that is said', async () => {
    const full = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    const bridge = browserBridge(page({ localStorage: Object.assign(new Keeping(), { setItem: full }) }))
    expect(await bridge.call('settings.write', dark)).toEqual({
      ok: false,
      failure: { kind: 'not-kept', reason: 'disk-full' },
    })
  })

  it('are not kept where the browser keeps nothing, and the page still starts', async () => {
    const host = page()
    Object.defineProperty(host, 'localStorage', {
      get: () => {
        throw new DOMException('denied', 'SecurityError')
      },
    })
    const bridge = browserBridge(host)
    expect(bridge.can('settings.kept')).toBe(false)
    expect(await bridge.call('settings.read', null)).toMatchObject({ ok: true, value: { state: 'new' } })
    expect(await bridge.call('settings.write', dark)).toMatchObject({
      ok: false,
      failure: { reason: 'read-only' },
    })
  })
})

describe('a browser', () => {
  it('prints through its own dialog, on the print view of the job', async () => {
    const opened: string[] = []
    const open = (address: string): object => {
      opened.push(address)
      return {}
    }
    const answer = await browserBridge(page({ open })).call('print.paper', job)
    expect(answer).toEqual({ ok: true, value: { kind: 'opened' } })
    expect(opened[0]).toMatch(/^print\.html\?dialog#/)
    expect(decodePrintJob(opened[0]?.split('#')[1] ?? '')).toEqual({ ok: true, value: job })
  })

  it('says when it opened no window', async () => {
    const answer = await browserBridge(page({ open: () => null })).call('print.paper', job)
    expect(answer).toMatchObject({ ok: false, failure: { kind: 'unavailable' } })
  })

  it('has no PDF bytes, and says so beforehand', async () => {
    const bridge = browserBridge(page())
    expect(capabilities.filter((capability) => bridge.can(capability))).toEqual([
      'print.paper',
      'settings.kept',
    ])
    expect(await bridge.call('print.prepare', job)).toMatchObject({
      ok: false,
      failure: { kind: 'unavailable' },
    })
    expect(await bridge.call('print.save', { id: 'x' })).toMatchObject({ ok: false })
    expect(await bridge.call('print.cancel', null)).toEqual({ ok: true, value: null })
  })

  it('copies, or says it was refused', async () => {
    const copied: string[] = []
    const clipboard = (writeText: (text: string) => Promise<void>) =>
      page({ navigator: { clipboard: { writeText } } })
    await browserBridge(clipboard((text) => Promise.resolve(void copied.push(text)))).call(
      'clipboard.write',
      {
        text: 'ə',
      },
    )
    expect(copied).toEqual(['ə'])
    const refusing = browserBridge(clipboard(() => Promise.reject(new Error('denied'))))
    expect(await refusing.call('clipboard.write', { text: 'x' })).toEqual({
      ok: false,
      failure: { kind: 'refused' },
    })
  })

  it('says what its host says of the app, or only the name', async () => {
    const about = { name: 'Fieldshelf', version: '0.1.0', shell: 'browser' }
    const read = () => Promise.resolve(new TextEncoder().encode(JSON.stringify(about)))
    const told = bridgeOf(page(), { ...host, content: { read } })
    expect(await told.call('app.about', null)).toEqual({ ok: true, value: about })
    expect(await browserBridge(page()).call('app.about', null)).toMatchObject({
      ok: true,
      value: { version: '' },
    })
  })

  it('has no native menu to hear from', () => {
    expect(browserBridge(page()).on('menu.command', () => expect.unreachable())()).toBeUndefined()
  })
})

describe('packs in a browser', () => {
  const bridge = browserBridge(page())
  const refused = { ok: false, failure: { kind: 'not-written' } }

  it('are read only: none is offered, installed, taken back or removed', async () => {
    expect(bridge.can('packs')).toBe(false)
    expect(await bridge.call('packs.list', null)).toMatchObject({ value: { packs: [] } })
    expect(await bridge.call('packs.offer', { from: 'dialog' })).toEqual(refused)
    expect(await bridge.call('packs.drop', { size: 10 })).toEqual(refused)
    for (const change of [
      { kind: 'install', token: 'offer' },
      { kind: 'goBack', pack: 'village' },
      { kind: 'remove', pack: 'village' },
    ] as const)
      expect(await bridge.call('packs.change', change)).toEqual(refused)
  })
})

describe('the bridge where nothing is kept', () => {
  const opened: string[] = []
  const bridge = bridgeOf(
    page({ localStorage: new MemoryStorage(), open: (address: string) => opened.push(address) }),
    { ...host, printPage: 'app/print.html', kept: false },
  )

  it('says so, asks about nothing, and lists nothing as kept', async () => {
    expect(bridge.can('settings.kept')).toBe(false)
    expect(await bridge.call('settings.read', null)).toMatchObject({
      value: { settings: { bookmarks: 'session', keepCalls: 'session' } },
    })
    await bridge.call('bookmarks.write', [bookmark])
    expect(await bridge.call('kept.list', null)).toEqual({ ok: true, value: [] })
    expect(await bridge.call('bookmarks.read', null)).toMatchObject({ value: { entries: [bookmark] } })
  })

  it('opens the print view where the host has it', async () => {
    await bridge.call('print.paper', job)
    expect(opened[0]).toMatch(/^app\/print\.html\?dialog#/)
  })
})
