import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readRequestPath } from './requestpath.ts'

const nameOf = (target: string): string | null => {
  const path = readRequestPath(target)
  return path.kind === 'name' ? path.name : null
}

describe('the path of a request', () => {
  it('is the name without the first slash, decoded once', () => {
    expect(nameOf('/library/village/pack.json')).toBe('library/village/pack.json')
    expect(nameOf('/a%20b.js')).toBe('a b.js')
    expect(nameOf('/%C9%99.json')).toBe('ə.json')
  })

  it('is the front page when it is empty', () => {
    expect(nameOf('/')).toBe('index.html')
  })

  it('ignores the query and the hash', () => {
    expect(nameOf('/print.html?dialog')).toBe('print.html')
    expect(nameOf('/print.html#/../x')).toBe('print.html')
  })

  it.each([
    ['a step up', '/library/../index.html'],
    ['an escaped step up', '/library/%2e%2e/index.html'],
    ['a step up with an escaped slash', '/..%2fetc/passwd'],
    ['a step up that was escaped twice', '/%252e%252e/x'],
    ['a backslash', '/library\\x'],
    ['an escaped backslash', '/..%5cx'],
    ['a NUL', '/index.html%00.json'],
    ['a line feed', '/a%0Ab'],
    ['another host', '//evil.example/x'],
    ['an empty part', '/library//pack.json'],
    ['a dot', '/./index.html'],
    ['a stream of a file on Windows', '/index.html::$DATA'],
    ['a drive', '/C:/x'],
    ['a broken escape', '/%E0%A4%A'],
    ['a lone percent sign', '/100%'],
    ['no slash in front', 'index.html'],
    ['a whole address', 'http://evil.example/x'],
    ['nothing at all', ''],
    ['64 KB', `/${'a'.repeat(65536)}`],
  ])('is refused with %s', (_what, target) => {
    expect(readRequestPath(target)).toEqual({ kind: 'malformed' })
  })

  it('never names anything outside, whatever is asked', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const name = nameOf(`/${text}`)
        if (name !== null) expect(name).not.toMatch(/^\/|\\|(?:^|\/)\.\.?(?:\/|$)|\0/)
      }),
    )
  })
})
