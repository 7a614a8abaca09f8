import { beforeEach, describe, expect, test } from 'vitest'
import { noFilters } from '../../src-library/model/filters.ts'
import { Navigation } from './navigation.svelte.ts'

/** A window's history as Chromium has it. `keepsState`: whether a replaced entry keeps its state. */
class FakeWindow {
  readonly entries: { hash: string; state: unknown }[] = [{ hash: '#/', state: null }]
  at = 0
  scrollY = 0
  keepsState = true
  focused: { id: string } | null = null
  #popstate: () => void = () => undefined

  get location() {
    return { hash: this.entries[this.at]?.hash ?? '' }
  }
  get document() {
    return { activeElement: this.focused }
  }
  readonly history = (() => {
    const entry = () => this.entries[this.at] ?? { hash: '', state: null }
    const go = (by: number): void => {
      this.at += by
      this.#popstate()
    }
    return {
      scrollRestoration: 'auto',
      get state(): unknown {
        return entry().state
      },
      pushState: (state: unknown, _: string, hash = entry().hash) => {
        this.entries.splice(++this.at, Infinity, { hash, state })
      },
      replaceState: (state: unknown, _: string, hash?: string) => {
        this.entries[this.at] = { hash: hash ?? entry().hash, state }
      },
      back: () => go(-1),
      forward: () => go(1),
    }
  })()
  addEventListener(name: string, listener: () => void): void {
    if (name === 'popstate') this.#popstate = listener
  }

  /** A link is clicked: the same address replaces the entry, any other begins a new one. */
  click(hash: string): void {
    navigation.leave()
    if (hash === this.location.hash) {
      if (!this.keepsState) this.entries[this.at] = { hash, state: null }
    } else this.entries.splice(++this.at, Infinity, { hash, state: null })
    this.#popstate()
  }
}

const three = '#/read/village/library/three'
let window: FakeWindow
let navigation: Navigation

beforeEach(() => {
  window = new FakeWindow()
  navigation = new Navigation(window as unknown as Window)
})

describe('a step back', () => {
  test('returns to the scroll position and the focus that were left', () => {
    window.focused = { id: 'hit-3' }
    window.scrollY = 700
    window.click(three)
    window.scrollY = 0
    navigation.back()
    expect(navigation.location).toEqual({ place: 'home' })
    expect(navigation.arrival).toMatchObject({ kind: 'return', place: { scroll: 700, focus: 'hit-3' } })
    expect([navigation.canGoBack, navigation.canGoForward]).toEqual([false, true])
  })
})

describe.each([true, false])('a link to the address that is shown (its state is kept: %s)', (keepsState) => {
  beforeEach(() => {
    window.keepsState = keepsState
    window.click(three)
    window.scrollY = 6000
    window.click(three)
  })

  test('is a visit, and no return to where the reader was', () => {
    expect(navigation.location).toMatchObject({ place: 'reading', anchor: 'three' })
    expect(navigation.arrival.kind).toBe('visit')
  })

  test('is no step in the history', () => {
    expect([navigation.canGoBack, navigation.canGoForward]).toEqual([true, false])
    navigation.back()
    expect(navigation.location).toEqual({ place: 'home' })
    expect([navigation.canGoBack, navigation.canGoForward]).toEqual([false, true])
    navigation.forward()
    expect(navigation.location).toMatchObject({ place: 'reading', anchor: 'three' })
  })
})

test('going to the place that is shown is a visit and no step', () => {
  navigation.go({ place: 'contents' })
  navigation.go({ place: 'contents' })
  expect(window.entries.length).toBe(2)
  expect(navigation.arrival.kind).toBe('visit')
  navigation.back()
  expect(navigation.canGoBack).toBe(false)
})

test('replacing a text letter by letter is one step, and its address is the one shown', () => {
  const asked = (query: string) =>
    ({
      place: 'search',
      query,
      filters: { packs: [], kinds: [], years: [], languages: [], sources: [], titleOnly: false },
      sort: 'relevance',
    }) as const
  navigation.go(asked('s'))
  navigation.replace(asked('shelter'))
  expect(window.entries.length).toBe(2)
  window.click(window.location.hash)
  expect(navigation.arrival.kind).toBe('visit')
  navigation.back()
  expect(navigation.location).toEqual({ place: 'home' })
})

describe('the second pane', () => {
  const hours = { pack: 'village', article: 'hours', anchor: 'winter' }
  const staff = { pack: 'village', article: 'staff', anchor: 'lead' }

  test('opens and closes as steps of the history, of which the first pane takes no notice', () => {
    navigation.go({ place: 'contents' })
    const { location, arrival } = navigation
    navigation.goBeside(hours)
    navigation.goBeside(staff)
    navigation.goBeside(null)
    expect(navigation.second).toBeNull()
    navigation.back()
    expect(navigation.second).toEqual(staff)
    navigation.back()
    expect(navigation.second).toEqual(hours)
    navigation.back()
    expect(navigation.second).toBeNull()
    expect(navigation.location).toBe(location)
    expect(navigation.arrival).toBe(arrival)
    navigation.back()
    expect(navigation.location).toEqual({ place: 'home' })
  })

  test('stays when the first pane follows a link, and comes back with its step', () => {
    navigation.goBeside(hours)
    window.click('#/contents')
    expect(navigation.second).toEqual(hours)
    navigation.goBeside(staff)
    navigation.back()
    navigation.back()
    expect([navigation.location.place, navigation.second]).toEqual(['home', hours])
    navigation.back()
    expect(navigation.second).toBeNull()
    navigation.forward()
    expect(navigation.second).toEqual(hours)
  })

  test('comes back where it was scrolled to, and begins again where it is asked for again', () => {
    navigation.goBeside(hours)
    const stop = navigation.watchSecond(() => 480)
    navigation.goBeside(staff)
    stop()
    navigation.back()
    expect(navigation.secondArrival).toEqual({ kind: 'return', scroll: 480 })
    navigation.goBeside({ ...hours })
    expect(navigation.secondArrival).toEqual({ kind: 'visit' })
    expect(navigation.canGoForward).toBe(true)
  })

  test('is open after a reload', () => {
    navigation.goBeside(hours)
    expect(new Navigation(window as unknown as Window).second).toEqual(hours)
  })
})

test('a follower hears the location that is shown, each that is gone to, typed or returned to, and none after it stops', () => {
  const heard: string[] = []
  const stop = navigation.follow((location) =>
    heard.push('query' in location ? location.query : location.place),
  )
  const search = { place: 'search', filters: noFilters, sort: 'relevance' } as const
  navigation.go({ ...search, query: 's' })
  navigation.replace({ ...search, query: 'sh' })
  navigation.back()
  stop()
  navigation.forward()
  expect(heard).toEqual(['home', 's', 'sh', 'home'])
})
