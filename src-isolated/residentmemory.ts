/** The resident memory of another process, as the system tells it. */
import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'

/** Bytes; null where the process is gone or the system does not tell. */
export async function residentMemory(
  pid: number,
  platform: NodeJS.Platform = process.platform,
): Promise<number | null> {
  switch (platform) {
    case 'linux':
      return readFile(`/proc/${pid}/status`, 'utf8').then(fromProc, () => null)
    case 'win32':
      return output('tasklist', ['/fi', `PID eq ${pid}`, '/fo', 'csv', '/nh']).then(fromTasklist)
    default:
      return output('ps', ['-o', 'rss=', '-p', String(pid)]).then(fromPs)
  }
}

/** `VmRSS:     12345 kB` (proc_pid_status(5)). */
export const fromProc = (status: string): number | null => kilobytes(/^VmRSS:\s*(\d+) kB$/m.exec(status)?.[1])

/** Kilobytes alone (POSIX ps, `rss`). */
export const fromPs = (text: string): number | null => kilobytes(/^\s*(\d+)\s*$/.exec(text)?.[1])

/** `"node.exe","42","Console","1","12,345 K"`: the last cell, with the thousands sign of the system's language. */
export const fromTasklist = (text: string): number | null =>
  kilobytes(/"([^"]*) K"\s*$/.exec(text)?.[1]?.replace(/\D/g, ''))

const kilobytes = (digits: string | undefined): number | null =>
  digits === undefined || digits === '' ? null : Number(digits) * 1024

const output = (command: string, given: readonly string[]): Promise<string> =>
  new Promise((resolve) => {
    execFile(command, [...given], { encoding: 'utf8' }, (error, stdout) => resolve(error ? '' : stdout))
  })
