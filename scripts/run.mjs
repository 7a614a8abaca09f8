// Starting other programs, the same way everywhere.
// @ts-check
import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '..')

/** The tools of node_modules, run by the Node that runs us: no shell, so that it works on Windows too. */
export const tools = {
  eslint: 'eslint/bin/eslint.js',
  'electron-vite': 'electron-vite/bin/electron-vite.js',
  playwright: '@playwright/test/cli.js',
  prettier: 'prettier/bin/prettier.cjs',
  'svelte-check': 'svelte-check/bin/svelte-check',
  tsc: 'typescript/bin/tsc',
  tsx: 'tsx/dist/cli.mjs',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
}

/**
 * @param {keyof typeof tools} tool
 * @param {...string} args
 * @returns {string[]} a command line
 */
export const tool = (tool, ...args) => [process.execPath, join(root, 'node_modules', tools[tool]), ...args]

/** npm itself: the one that started us, else the one in the path. @param {...string} args */
export function npm(...args) {
  const own = process.env['npm_execpath']
  if (own !== undefined && own.endsWith('.js')) return [process.execPath, own, ...args]
  return process.platform === 'win32' ? ['cmd', '/c', 'npm', ...args] : ['npm', ...args]
}

/**
 * Ends a child when we are to end, by a signal or because npm, which started us, has gone. Answers whether that was so.
 * @param {import('node:child_process').ChildProcess} child
 */
function endWithUs(child) {
  let ended = false
  /** @param {NodeJS.Signals} signal */
  const end = (signal) => {
    ended = true
    child.kill(signal)
    // It has been asked. What does not go by itself is ended.
    setTimeout(() => child.kill('SIGKILL'), 5000).unref()
  }
  const signals = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])
  for (const signal of signals) process.on(signal, end)
  // npm's shell does not pass a signal on that npm was given: without our parent we end too.
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid !== parent) end('SIGTERM')
  }, 1000).unref()
  child.once('exit', () => {
    for (const signal of signals) process.off(signal, end)
    clearInterval(watch)
  })
  return () => ended
}

/**
 * Runs a command to its end. When we are to end meanwhile, it ends first, and nothing that follows it is done.
 * @param {readonly string[]} command
 * @param {{ show?: boolean, env?: NodeJS.ProcessEnv, limit?: number }} [options]
 *   show: let it write to the terminal, else its output is kept; limit: milliseconds
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
export function run(command, { show = false, env = process.env, limit } = {}) {
  const [program = '', ...args] = command
  return new Promise((done) => {
    const child = spawn(program, args, {
      cwd: root,
      env,
      stdio: show ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    })
    const hasEnded = endWithUs(child)
    const timer = limit === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), limit)
    let output = ''
    for (const stream of [child.stdout, child.stderr])
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text
      })
    child.once('error', (error) => done({ ok: false, output: String(error) }))
    child.once('close', (code) => {
      clearTimeout(timer)
      if (hasEnded()) process.exit(130)
      done({ ok: code === 0, output })
    })
  })
}

/**
 * Runs a command in the foreground: it gets the signals that end us, and we end with its code.
 * @param {readonly string[]} command
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {Promise<number>}
 */
export function runInForeground(command, env = process.env) {
  const [program = '', ...args] = command
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, env, stdio: 'inherit' })
    endWithUs(child)
    child.once('error', (error) => {
      console.error(`${program} could not be started: ${error.message}`)
      done(1)
    })
    child.once('exit', (code, signal) => done(code ?? (signal === null ? 1 : 130)))
  })
}
