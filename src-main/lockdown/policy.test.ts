import { describe, expect, it } from 'vitest'
import { contentHeaders, pageHeaders } from './policy.ts'

/** As a browser splits it: https://w3c.github.io/webappsec-csp/#parse-serialized-policy. */
function parse(policy: string): Map<string, string[]> {
  const directives = new Map<string, string[]>()
  for (const directive of policy.split(';')) {
    const [name, ...values] = directive.trim().split(/\s+/)
    if (!name || directives.has(name)) throw new Error(`twice or empty: ${directive}`)
    directives.set(name, values)
  }
  return directives
}

/** What the standards name; a browser ignores the rest, as it would `default-src:`. */
const known =
  /^(?:(?:default|script|style|img|font|connect|worker|media|frame|child|object|manifest)-src|style-src-attr|base-uri|form-action|frame-ancestors|require-trusted-types-for|trusted-types|sandbox)$/

describe('the content security policy', () => {
  const page = parse(pageHeaders['content-security-policy'])

  it('has only directives that browsers know', () => {
    expect([...page.keys()].filter((name) => !known.test(name))).toEqual([])
  })

  it('allows the page nothing but its own files', () => {
    expect(page.get('default-src')).toEqual(["'none'"])
    for (const [name, values] of page) {
      if (name.endsWith('-src'))
        expect(values, name).toSatisfy((v: string[]) => v.length === 1 && /^'(none|self)'$/.test(v[0] ?? ''))
    }
    expect(page.get('style-src-attr')).toEqual(["'none'"])
  })

  it('keeps the page from being framed, rebased or sending forms', () => {
    for (const name of ['frame-ancestors', 'base-uri', 'form-action', 'frame-src', 'object-src']) {
      expect(page.get(name), name).toEqual(["'none'"])
    }
  })

  it('refuses strings as scripts and markup, but for the addresses of our own workers', () => {
    expect(page.get('require-trusted-types-for')).toEqual(["'script'"])
    expect(page.get('trusted-types')).toEqual(['fieldshelf-worker'])
  })

  it('opens nothing of a pack as a document with an origin or a script', () => {
    const content = parse(contentHeaders['content-security-policy'])
    expect(content.get('default-src')).toEqual(["'none'"])
    expect(content.get('sandbox')).toEqual([])
  })
})

describe('the other headers', () => {
  it('keep the page to itself', () => {
    expect(pageHeaders).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
      'cross-origin-resource-policy': 'same-origin',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
    })
    expect(pageHeaders['permissions-policy'].split(', ')).toContain('geolocation=()')
    expect(pageHeaders['permissions-policy']).toMatch(/^[a-z-]+=\(\)(?:, [a-z-]+=\(\))*$/)
  })
})
