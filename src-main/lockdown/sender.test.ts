import { describe, expect, it } from 'vitest'
import { originsOf } from '../addresses.ts'
import { maySend, type Sender } from './sender.ts'

type Frame = NonNullable<Sender['senderFrame']>

const origins = originsOf(true, undefined)
const frame = (changes: Partial<Frame> = {}): Frame => ({
  url: 'app://fieldshelf/index.html#/home',
  parent: null,
  isDestroyed: () => false,
  ...changes,
})
const fromMain = (main: Frame): Sender => ({ senderFrame: main, sender: { id: 1, mainFrame: main } })
const allowed = (sender: Sender): boolean => maySend(sender, new Set([1]), origins)

describe('main answers', () => {
  it('the main frame of its own window, on its own page', () => {
    expect(allowed(fromMain(frame()))).toBe(true)
  })
})

describe('main does not answer', () => {
  it('a frame that is gone', () => {
    expect(allowed({ senderFrame: null, sender: { id: 1, mainFrame: frame() } })).toBe(false)
    expect(allowed(fromMain(frame({ isDestroyed: () => true })))).toBe(false)
  })

  it('a frame inside the page', () => {
    const main = frame()
    const child = frame({ parent: main as never })
    expect(allowed({ senderFrame: child, sender: { id: 1, mainFrame: main } })).toBe(false)
    expect(allowed(fromMain(child))).toBe(false)
  })

  it('a frame that is no longer the window’s main frame', () => {
    expect(allowed({ senderFrame: frame(), sender: { id: 1, mainFrame: frame() } })).toBe(false)
  })

  it('a window it did not make', () => {
    const main = frame()
    expect(allowed({ senderFrame: main, sender: { id: 2, mainFrame: main } })).toBe(false)
  })

  it.each(['about:blank', 'https://fieldshelf/', 'app://other/index.html', 'data:text/html,x', ''])(
    'the page %s',
    (url) => expect(allowed(fromMain(frame({ url })))).toBe(false),
  )
})
