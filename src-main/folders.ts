/** Where things are: beside the built main file when it is run from its sources, in the package's resources else. */
import { join } from 'node:path'

export type Folders = {
  readonly page: string
  readonly preload: string
  /** The script of the isolated process. */
  readonly isolated: string
  /** The script of the isolated process that works on own documents. */
  readonly maker: string
  /** The guide for coordinators, a compiled pack. */
  readonly guide: string
  /** Searched for packs, in order. */
  readonly libraries: readonly string[]
}

/** `built` is the folder of the running main file, `out/main`; `resources` is the package's, null without one. */
export function foldersFrom(built: string, resources: string | null): Folders {
  const out = join(built, '..')
  return {
    page: join(out, 'renderer'),
    preload: join(out, 'preload', 'index.cjs'),
    isolated: join(built, 'isolated.js'),
    maker: join(built, 'maker.js'),
    guide: join(out, 'guide'),
    libraries: [join(resources ?? out, 'library')],
  }
}
