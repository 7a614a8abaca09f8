/** The media types that are served, by a file's extension. Others are not served at all. */

const page: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  mjs: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  json: 'application/json; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  svg: 'image/svg+xml; charset=utf-8',
  png: 'image/png',
  webp: 'image/webp',
  ico: 'image/x-icon',
  woff: 'font/woff',
  woff2: 'font/woff2',
}

/** Data and pictures alone: nothing that came in a pack can be a script, a style sheet or a document. */
const content: Readonly<Record<string, string>> = {
  json: 'application/json; charset=utf-8',
  bin: 'application/octet-stream',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
}

const lookUp = (types: Readonly<Record<string, string>>, name: string): string | null => {
  const extension = /\.([a-z0-9]+)$/.exec(name)?.[1]
  return extension !== undefined && Object.hasOwn(types, extension) ? (types[extension] ?? null) : null
}

export const pageType = (name: string): string | null => lookUp(page, name)
export const contentType = (name: string): string | null => lookUp(content, name)
