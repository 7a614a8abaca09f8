/**
 * Firefox, driven by its own protocol: Debian's Firefox knows nothing of Playwright. Marionette sets preferences that make
 * pages that are files as free as others; here they are left as a reader has them.
 * https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { join } from 'node:path'

/** The first that is installed, or null. */
export const findFirefox = (): string | null =>
  ['firefox-esr', 'firefox'].find((name) => spawnSync('which', [name]).status === 0) ?? null

const preferences: Readonly<Record<string, boolean | number | string>> = {
  // Else the strict origin of files is switched off, and nothing would be proven.
  'remote.prefs.recommended': false,
  'marionette.port': 0,
  'browser.shell.checkDefaultBrowser': false,
  'browser.aboutwelcome.enabled': false,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'app.normandy.enabled': false,
  'browser.sessionstore.resume_from_crash': false,
  'toolkit.startup.max_resumed_crashes': -1,
  // The print view prints as soon as it is drawn; no dialog may wait for a person.
  'print.always_print_silent': true,
  print_printer: 'Mozilla Save to PDF',
}

type Answer = readonly [kind: number, id: number, error: { message: string } | null, result: unknown]

export class Firefox {
  readonly #process: ChildProcess
  readonly #socket: Socket
  #count = 0
  #received = Buffer.alloc(0)
  readonly #waiting = new Map<number, (answer: Answer) => void>()

  private constructor(process: ChildProcess, socket: Socket) {
    this.#process = process
    this.#socket = socket
    socket.on('data', (bytes) => this.#take(bytes))
  }

  /** `profile`: a new folder. */
  static async start(program: string, profile: string): Promise<Firefox> {
    mkdirSync(profile)
    const lines = Object.entries(preferences).map(
      ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`,
    )
    writeFileSync(join(profile, 'user.js'), lines.join(''))
    const args = ['--headless', '--marionette', '--no-remote', '--profile', profile]
    const process = spawn(program, args, {
      stdio: 'ignore',
      env: { ...globalThis.process.env, HOME: profile },
    })
    const file = join(profile, 'MarionetteActivePort')
    const port = await until(() => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0), 60_000)
    const socket = connect(port, '127.0.0.1')
    const firefox = new Firefox(process, socket)
    await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
    await firefox.send('WebDriver:NewSession', {
      capabilities: { alwaysMatch: { pageLoadStrategy: 'normal' } },
    })
    return firefox
  }

  async send(command: string, parameters: object = {}): Promise<unknown> {
    const id = ++this.#count
    const text = JSON.stringify([0, id, command, parameters])
    const answer = new Promise<Answer>((resolve) => this.#waiting.set(id, resolve))
    this.#socket.write(`${Buffer.byteLength(text)}:${text}`)
    const [, , error, result] = await answer
    if (error) throw new Error(`${command}: ${error.message}`)
    return result
  }

  async open(url: string): Promise<void> {
    await this.send('WebDriver:Navigate', { url })
  }

  /** Runs the body of a function in the page, and gives its value or that of its promise. */
  async run(script: string): Promise<unknown> {
    const body = `const done = arguments[arguments.length - 1]; (async () => { ${script} })().then(done, (error) => done(String(error)))`
    const { value } = (await this.send('WebDriver:ExecuteAsyncScript', { script: body, args: [] })) as {
      value: unknown
    }
    return value
  }

  /** Waits for the body of a function to return something true in the page. */
  sees(script: string): Promise<unknown> {
    return until(() => this.run(script), 30_000, script)
  }

  /** Presses what an XPath finds, as a reader does: a script's own press may open no tab. */
  async press(path: string): Promise<void> {
    const { value } = (await this.send('WebDriver:FindElement', { using: 'xpath', value: path })) as {
      value: Readonly<Record<string, string>>
    }
    await this.send('WebDriver:ElementClick', { id: Object.values(value)[0] })
  }

  async stop(): Promise<void> {
    const gone = new Promise((resolve) => this.#process.once('exit', resolve))
    await this.send('Marionette:Quit', { flags: ['eForceQuit'] }).catch(() => this.#process.kill())
    await gone
    this.#socket.destroy()
  }

  /** Messages are their length, a colon and JSON. */
  #take(bytes: Buffer): void {
    this.#received = Buffer.concat([this.#received, bytes])
    for (;;) {
      const colon = this.#received.indexOf(':')
      const length = Number(this.#received.subarray(0, colon).toString())
      if (colon === -1 || this.#received.length < colon + 1 + length) return
      const text = this.#received.subarray(colon + 1, colon + 1 + length).toString()
      this.#received = this.#received.subarray(colon + 1 + length)
      const message: unknown = JSON.parse(text)
      // The first message is a greeting.
      if (!Array.isArray(message)) continue
      const answer = message as unknown as Answer
      this.#waiting.get(answer[1])?.(answer)
      this.#waiting.delete(answer[1])
    }
  }
}

async function until<Value>(
  look: () => Value | Promise<Value>,
  limit: number,
  what = 'Firefox',
): Promise<Value> {
  const end = Date.now() + limit
  for (;;) {
    const seen = await look()
    if (seen) return seen
    if (Date.now() > end) throw new Error(`Not seen in time: ${what}`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
