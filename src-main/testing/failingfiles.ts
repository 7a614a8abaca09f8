/** For tests: a file system on which one operation fails. */
import * as nodeFiles from 'node:fs/promises'
import type { Files } from '../userdata/replace.ts'

/** The file system, but operation number `failing` fails; counts them all. */
export function failingFiles(failing: number, code: string): { files: Files; count: () => number } {
  let count = 0
  const counted =
    <Given extends unknown[], Result>(operation: (...given: Given) => Promise<Result>) =>
    (...given: Given): Promise<Result> =>
      ++count === failing ? Promise.reject(Object.assign(new Error(code), { code })) : operation(...given)
  const open = counted(async (...given: Parameters<Files['open']>) => {
    const handle = await nodeFiles.open(...given)
    for (const name of ['writeFile', 'sync'] as const) {
      const operation = handle[name].bind(handle) as (...given: unknown[]) => Promise<unknown>
      Object.assign(handle, { [name]: counted(operation) })
    }
    return handle
  })
  const plain = ['mkdir', 'rename', 'rm'] as const
  const writing = Object.fromEntries(
    plain.map((name) => [name, counted(nodeFiles[name] as (...given: unknown[]) => Promise<unknown>)]),
  )
  const { lstat, readFile, readdir, readlink, stat } = nodeFiles
  return {
    files: { lstat, readFile, readdir, readlink, stat, ...writing, open } as unknown as Files,
    count: () => count,
  }
}
