import { describe, expect, it } from 'vitest'
import { isOwnPage, isOwnRequest, originsOf } from './addresses.ts'

const shipped = originsOf(false, undefined)
const development = originsOf(false, 'http://127.0.0.1:5173')

describe('the app’s own addresses', () => {
  it('begin with its scheme and host', () => {
    expect(shipped).toEqual({ page: 'app://fieldshelf/', development: null })
    expect(isOwnPage('app://fieldshelf/index.html#/article/x', shipped)).toBe(true)
    expect(isOwnRequest('app://fieldshelf/library/library.json', shipped)).toBe(true)
  })

  it('are Vite’s, with its web socket, in a development run alone', () => {
    expect(development.page).toBe('http://127.0.0.1:5173/')
    expect(isOwnPage('http://127.0.0.1:5173/#/home', development)).toBe(true)
    expect(isOwnRequest('ws://127.0.0.1:5173/?token=x', development)).toBe(true)
    expect(isOwnRequest('http://127.0.0.1:5174/', development)).toBe(false)
    expect(isOwnPage('app://fieldshelf/index.html', development)).toBe(false)
  })

  it('never are Vite’s in a packaged app', () => {
    expect(originsOf(true, 'http://127.0.0.1:5173')).toEqual(shipped)
  })

  it.each([
    'https://fieldshelf/',
    'http://127.0.0.1:5173/',
    'ws://127.0.0.1/',
    'file:///etc/passwd',
    'app://fieldshelf.evil.example/',
    'app://evil/index.html',
    'app://fieldshelf:80/',
    'app://reader@fieldshelf/',
    'app:fieldshelf',
    'APP-x://fieldshelf/',
    'about:blank',
    'about:srcdoc',
    'data:text/html,x',
    'blob:app://fieldshelf/6d1f',
    'javascript:void 0',
    'devtools://devtools/bundled/inspector.html',
    'chrome-extension://x/y',
    'view-source:app://fieldshelf/',
    '',
    'no address',
  ])('do not include %s', (address) => {
    expect(isOwnPage(address, shipped)).toBe(false)
    expect(isOwnRequest(address, shipped)).toBe(false)
  })
})
