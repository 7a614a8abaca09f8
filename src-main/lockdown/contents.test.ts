import { EventEmitter } from 'node:events'
import type { WebContents } from 'electron'
import { describe, expect, it, vi } from 'vitest'
import { originsOf } from '../addresses.ts'
import { lockDownContents } from './contents.ts'

class Contents extends EventEmitter {
  opener?: () => { action: string }
  setWindowOpenHandler = (handler: () => { action: string }): void => void (this.opener = handler)
  setWebRTCIPHandlingPolicy = vi.fn()
  close = vi.fn()
}

function locked(developmentAddress?: string): Contents {
  const contents = new Contents()
  lockDownContents(contents as unknown as WebContents, originsOf(false, developmentAddress))
  return contents
}

function prevented(contents: Contents, name: string, details: object = {}): boolean {
  const preventDefault = vi.fn()
  contents.emit(name, { ...details, preventDefault })
  return preventDefault.mock.calls.length > 0
}

describe('a page', () => {
  it.each([
    ['will-frame-navigate', 'https://example.com/'],
    ['will-frame-navigate', 'app://fieldshelf/print.html'],
    ['will-navigate', 'https://example.com/'],
    ['will-redirect', 'app://fieldshelf/'],
    ['will-attach-webview', ''],
    ['will-prevent-unload', ''],
  ])('is refused %s to %s', (name, url) => {
    expect(prevented(locked(), name, { url, isMainFrame: true })).toBe(true)
  })

  it('may be reloaded by Vite in a development run, its frames not', () => {
    const contents = locked('http://127.0.0.1:5173')
    const url = 'http://127.0.0.1:5173/'
    expect(prevented(contents, 'will-frame-navigate', { url, isMainFrame: true })).toBe(false)
    expect(prevented(contents, 'will-navigate', { url })).toBe(false)
    expect(prevented(contents, 'will-frame-navigate', { url, isMainFrame: false })).toBe(true)
    expect(prevented(contents, 'will-navigate', { url: 'http://127.0.0.1:9/' })).toBe(true)
  })

  it('opens no window', () => {
    expect(locked().opener?.()).toEqual({ action: 'deny' })
  })

  it('loses its window when it is elsewhere all the same', () => {
    const contents = locked()
    contents.emit('did-start-navigation', { url: 'app://fieldshelf/index.html', isMainFrame: true })
    expect(contents.close).not.toHaveBeenCalled()
    contents.emit('did-start-navigation', { url: 'https://example.com/', isMainFrame: true })
    expect(contents.close).toHaveBeenCalledOnce()
  })
})
