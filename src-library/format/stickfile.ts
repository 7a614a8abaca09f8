/**
 * A data file of the USB edition, and of the search of an exported site. A page that is opened as a file can't read its neighbours, but it can run them: so each
 * file is a script that hands its bytes to the page, deflated and in base64, with the SHA-256 of the bytes.
 */

/** The object on `globalThis` that the scripts hand their bytes to. */
export const stickGlobal = 'fieldshelfStick'

/** What a data file calls. `deflated`: raw deflate (RFC 1951) in base64. `sha256`: of the bytes, hexadecimal, lower case. */
export type TakeFile = (path: string, deflated: string, sha256: string) => void

/** Where the data file of a path lies, beside `Fieldshelf.html`. */
export const stickFilePath = (path: string): string => `data/${path}.js`

/** The text of the script. Paths and base64 are ASCII: nothing in them needs escaping for a script. */
export const stickFileText = (path: string, deflated: string, sha256: string): string =>
  `${stickGlobal}.put(${[path, deflated, sha256].map((text) => JSON.stringify(text)).join(',')})\n`
