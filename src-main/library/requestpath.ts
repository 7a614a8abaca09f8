/**
 * From the path of a request to a name that may be looked up. The name is only ever looked up in a table
 * made at start, never joined to a folder, so these rules are the second fence; they exist because `..%2f`
 * survives the parsing of an address.
 */

export type RequestPath = { readonly kind: 'name'; readonly name: string } | { readonly kind: 'malformed' }

/** No file of ours has a longer name. In UTF-16 units. */
const longestPath = 2000

/** Control characters, a backslash, a colon, an escape that was escaped twice. */
const forbidden = /[\p{Cc}\\:%]/u

/** `target` is the path and query as they were asked for, `/library/x/pack.json?y`. The query is ignored. */
export function readRequestPath(target: string): RequestPath {
  const path = target.replace(/[?#].*$/s, '')
  if (path.length > longestPath || !path.startsWith('/')) return { kind: 'malformed' }
  let decoded: string
  try {
    decoded = decodeURIComponent(path)
  } catch {
    return { kind: 'malformed' }
  }
  const name = decoded.slice(1)
  if (name === '') return { kind: 'name', name: 'index.html' }
  const parts = name.split('/')
  const isMalformed =
    forbidden.test(name) || parts.some((part) => part === '' || part === '.' || part === '..')
  return isMalformed ? { kind: 'malformed' } : { kind: 'name', name }
}
