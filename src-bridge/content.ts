/**
 * The one way in which the page reads files: the library, the notices, a print's bytes. The page in the app and in the
 * browser host reads by address, here. The USB edition is opened as a file, where browsers refuse that: it reads files
 * that are scripts (`scriptcontent.ts`).
 */
export type Content = {
  /** Whether a worker can read by address as well. If not, it asks the page. */
  readonly byAddress: boolean
  /**
   * The bytes of a file, by its path beside the page (`library/library.json`); null where there is none.
   * Rejects where it can't be read, or is not what it should be.
   */
  readonly read: (path: string) => Promise<Uint8Array | null>
  /** The address from which a picture is drawn. */
  readonly picture: (path: string) => string
  /** Makes pictures ready for `picture`. Rejects where one can't be had. */
  readonly preparePictures: (paths: readonly string[]) => Promise<void>
}

/** Where every pack lies, beside the page. */
export const libraryFolder = 'library/'

type Fetch = (address: URL) => Promise<Pick<Response, 'ok' | 'status' | 'arrayBuffer'>>

/** `base`: the address that paths are relative to. */
export function contentByAddress(base: string, get: Fetch = (address) => fetch(address)): Content {
  return {
    byAddress: true,
    read: async (path) => {
      const response = await get(new URL(path, base))
      if (response.status === 404) return null
      if (!response.ok) throw new Error(`${path} can't be read.`)
      return new Uint8Array(await response.arrayBuffer())
    },
    picture: (path) => path,
    preparePictures: () => Promise.resolve(),
  }
}
