/** The isolated process as a utility process of Electron's. */
import { app, utilityProcess } from 'electron'
import { parse } from 'node:path'
import type { Launch } from '../../src-isolated/process.ts'

/** `script` is the built `isolated.js`. It starts without our environment, and what it prints goes nowhere. */
export const utility =
  (script: string): Launch =>
  () => {
    const child = utilityProcess.fork(script, [], {
      cwd: parse(script).root,
      env: {},
      serviceName: 'Fieldshelf isolated work',
      stdio: 'ignore',
    })
    return {
      send: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) => child.once('exit', listener),
      memory: async () => {
        const metric = app.getAppMetrics().find(({ pid }) => pid === child.pid)
        return metric === undefined ? null : metric.memory.workingSetSize * 1024
      },
      kill: () => child.kill(),
    }
  }
