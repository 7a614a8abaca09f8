import { describe, expect, it } from 'vitest'
import { ownScript } from './worker.ts'

const electron = 'app://fieldshelf/index.html#/home'
const browser = 'http://127.0.0.1:4321/index.html'

describe('a worker', () => {
  it.each([
    ['./assets/search-x1.js', electron, 'app://fieldshelf/assets/search-x1.js'],
    ['app://fieldshelf/assets/search-x1.js', electron, 'app://fieldshelf/assets/search-x1.js'],
    ['/assets/search-x1.js', browser, 'http://127.0.0.1:4321/assets/search-x1.js'],
    // As Vite's server has it.
    [
      '/searching/search.worker.ts?worker_file&type=module',
      browser,
      'http://127.0.0.1:4321/searching/search.worker.ts?worker_file&type=module',
    ],
  ])('is started from %s', (address, base, script) => {
    expect(ownScript(address, base)).toBe(script)
  })

  it.each([
    'library/village/figures/x.js',
    './assets/../library/village/x.js',
    '%6cibrary/village/x.js',
    'prints/p1.pdf',
    'https://example.com/x.js',
    'app://other/assets/x.js',
    'app://reader@fieldshelf/assets/x.js',
    'data:text/javascript,0',
    'blob:app://fieldshelf/1',
    'javascript:0',
    '//example.com/x.js',
  ])('is not started from %s', (address) => {
    expect(() => ownScript(address, electron)).toThrow(TypeError)
  })
})
