/** The isolated process as a child process of Node's: for the `shelf` tool. The app has Electron's utility process. */
import { fork } from 'node:child_process'
import { createRequire } from 'node:module'
import { parse } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Launch } from './process.ts'
import { residentMemory } from './residentmemory.ts'

/** Megabytes of JavaScript heap: beyond any limit we set, so that the watch from outside speaks first. */
const mostHeap = 4096

/**
 * `entry` is the script that calls `serve`; TypeScript runs by tsx. It starts without our environment, in the root
 * folder, and what it prints goes nowhere.
 */
export const childProcess =
  (entry: URL): Launch =>
  () => {
    const path = fileURLToPath(entry)
    const child = fork(path, [], {
      cwd: parse(path).root,
      env: {},
      execArgv: [`--max-old-space-size=${mostHeap}`, ...(path.endsWith('.ts') ? byTsx(entry) : [])],
      serialization: 'advanced',
      stdio: 'ignore',
    })
    return {
      // A child that is gone has said so by `exit`.
      send: (message) => child.connected && child.send(message as object, () => undefined),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => {
        child.once('error', listener)
        child.once('exit', listener)
      },
      memory: async () => (child.pid === undefined ? null : residentMemory(child.pid)),
      kill: () => child.kill('SIGKILL'),
    }
  }

const byTsx = (entry: URL): readonly string[] => ['--import', createRequire(entry).resolve('tsx')]
