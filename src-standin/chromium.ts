/** Finds the system's Chromium and speaks the DevTools protocol with it over a pipe. */
import { spawn, type ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { Readable, Writable } from 'node:stream'
import type { Protocol } from './devtools.ts'

const places = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** The browser that draws the windows: $CHROMIUM_PATH, the system's, or Playwright's own; null if there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM_PATH']
  const found = [...(named === undefined ? [] : [named]), ...places].find((path) => existsSync(path))
  if (found !== undefined) return found
  try {
    const playwright = createRequire(import.meta.url)('playwright-core') as typeof import('playwright-core')
    const own = playwright.chromium.executablePath()
    return existsSync(own) ? own : null
  } catch {
    return null
  }
}

/** Features that keep page processes without need. */
export const idlePages = [
  // One ready for the next site: Electron keeps none either (its shell/browser/feature_list.cc).
  'SpareRendererForSitePerProcess',
  // Suggestions under an address field that no window here has: 75 MB.
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'WebUIOmniboxPopup',
]

type Waiting = { resolve: (result: never) => void; reject: (error: Error) => void; method: string }
type Incoming = {
  id?: number
  method?: string
  params?: unknown
  result?: unknown
  error?: { message: string }
  sessionId?: string
}

/** An event of the protocol with its payload, and the session it came from (undefined: the browser itself). */
export type DevToolsEvent = {
  [Method in keyof Protocol.Events]: { method: Method; params: Protocol.Events[Method]; sessionId?: string }
}[keyof Protocol.Events]

/** Sends one command to one target. Rejects with the protocol's own words, or when Chromium has gone. */
export type Send = <Method extends keyof Protocol.CommandParameters>(
  method: Method,
  params?: Protocol.CommandParameters[Method],
) => Promise<Protocol.CommandReturnValues[Method]>

/** One Chromium process. */
export class Chromium {
  readonly process: ChildProcess
  readonly #commands: Writable
  readonly #waiting = new Map<number, Waiting>()
  readonly #onEvent: (event: DevToolsEvent) => void
  #count = 0
  #pieces: Buffer[] = []

  /** `profile` is the one folder it may write to. */
  constructor(
    path: string,
    profile: string,
    args: readonly string[],
    onEvent: (event: DevToolsEvent) => void,
  ) {
    this.#onEvent = onEvent
    const places = [`--user-data-dir=${profile}`, `--disk-cache-dir=${join(profile, 'cache')}`]
    this.process = spawn(path, ['--remote-debugging-pipe', ...places, ...args], {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // Its crash reports would lie in the profile of the person's own Chromium.
      env: { ...process.env, CHROME_CONFIG_HOME: profile, BREAKPAD_DUMP_LOCATION: profile },
    })
    const [commands, answers] = [this.process.stdio[3], this.process.stdio[4]]
    if (!(commands instanceof Writable) || !(answers instanceof Readable))
      throw new Error('no pipe to Chromium')
    this.#commands = commands
    commands.on('error', () => undefined) // Chromium has gone: 'exit' says so
    answers.on('data', (chunk: Buffer) => this.#read(chunk))
    this.process.once('error', (error) => this.#end(error))
    this.process.once('exit', () => this.#end(new Error('Chromium has gone')))
  }

  get running(): boolean {
    return (
      this.process.pid !== undefined && this.process.exitCode === null && this.process.signalCode === null
    )
  }

  /** The way to send commands to one session, or to the browser itself. */
  session(sessionId?: string): Send {
    return (method, params) =>
      new Promise((resolve, reject) => {
        if (!this.running) return reject(new Error('Chromium has gone'))
        const id = ++this.#count
        this.#waiting.set(id, { resolve, reject, method })
        this.#commands.write(JSON.stringify({ id, method, params: params ?? {}, sessionId }) + '\0')
      })
  }

  /** Messages end in a zero byte; a PDF comes in hundreds of pieces, so they are joined once. */
  #read(chunk: Buffer): void {
    let start = 0
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      this.#pieces.push(chunk.subarray(start, end))
      const message = JSON.parse(Buffer.concat(this.#pieces).toString('utf8')) as Incoming
      this.#pieces = []
      start = end + 1
      this.#receive(message)
    }
    if (start < chunk.length) this.#pieces.push(chunk.subarray(start))
  }

  #receive(message: Incoming): void {
    if (message.id === undefined) return this.#onEvent(message as DevToolsEvent)
    const waiting = this.#waiting.get(message.id)
    this.#waiting.delete(message.id)
    if (message.error) waiting?.reject(new Error(`${waiting.method}: ${message.error.message}`))
    else waiting?.resolve(message.result as never)
  }

  #end(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error)
    this.#waiting.clear()
  }
}
