/**
 * Names: of the files inside a compiled pack, and of packs, articles and
 * anchors. Everything that becomes part of a path or an address is ASCII but
 * for anchors, so that no file system folds, composes or reserves it away.
 */

export const manifestPath = 'manifest.json'
export const packPath = 'pack.json'
export const termsPath = 'terms.json'
export const indexPath = 'search/index.bin'
export const textsPath = 'search/texts.bin'
export const articlePath = (id: string): string => `articles/${id}.json`

/** Names that Windows keeps for devices, with any extension. https://learn.microsoft.com/windows/win32/fileio/naming-a-file */
const reserved = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/** A pack's id: lower-case letters, digits and hyphens; at most 64. */
export const isPackId = (text: string): boolean =>
  text.length <= 64 && /^[a-z0-9][a-z0-9-]*$/.test(text) && !reserved.test(text)

/** An article's id, and any other file name of ours without its extension; at most 100. */
export const isArticleId = (text: string): boolean =>
  text.length <= 100 &&
  /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text) &&
  !text.includes('..') &&
  !text.endsWith('.') &&
  !reserved.test(text)

/** A section's anchor: letters and digits of any script, hyphens, underscores, dots; at most 100. */
export const isAnchor = (text: string): boolean =>
  text.length <= 100 && /^[\p{L}\p{N}][\p{L}\p{N}._-]*$/u.test(text)

/** The id of a source: as an anchor in ASCII. */
export const isSourceId = (text: string): boolean =>
  text.length <= 100 && /^[A-Za-z0-9][A-Za-z0-9._-]*$/.test(text)

export const isImagePath = (path: string): boolean =>
  isFileIn('figures', ['png', 'jpg', 'jpeg', 'webp'], path)

export const isFigurePath = (path: string): boolean => isFileIn('figures', ['csv'], path) || isImagePath(path)

/**
 * Whether a compiled pack may hold a file of this name. No other name is ever
 * joined to a folder or served: no `..`, no backslash, colon, `%` or empty part.
 */
export const isPackPath = (path: string): boolean =>
  path === manifestPath ||
  path === packPath ||
  path === termsPath ||
  path === indexPath ||
  path === textsPath ||
  isFileIn('articles', ['json'], path) ||
  isImagePath(path)

function isFileIn(folder: string, extensions: readonly string[], path: string): boolean {
  const name = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : ''
  const dot = name.lastIndexOf('.')
  return dot > 0 && extensions.includes(name.slice(dot + 1)) && isArticleId(name.slice(0, dot))
}
