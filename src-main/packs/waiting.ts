/**
 * A pack file that was opened from outside: by a double-click, or by a command line. It is only offered; nothing is
 * copied before the page asks for it.
 */
import { isAbsolute } from 'node:path'
import { packFileExtension } from '../../src-library/format/packfile.ts'

/** The one argument that the app takes: an absolute path of a pack file. Null where there is none, or more than one. */
export function packAmong(args: readonly string[]): string | null {
  const paths = args.filter((arg) => !arg.startsWith('-') && arg.toLowerCase().endsWith(packFileExtension))
  const [path] = paths
  return path !== undefined && paths.length === 1 && isAbsolute(path) && !path.includes('\0') ? path : null
}

export class WaitingPack {
  #path: string | null = null

  get isThere(): boolean {
    return this.#path !== null
  }

  wait(path: string): void {
    this.#path = path
  }

  /** Hands it out once. */
  take(): string | null {
    const path = this.#path
    this.#path = null
    return path
  }
}
