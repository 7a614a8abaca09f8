/** The command line of Electron's executable, as far as a developer or Playwright uses it. */
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'

export type CommandLine = {
  /** The folder of the app, or its main file; null if none was named. */
  readonly entry: string | null
  /** Modules to load before the app (`-r`). */
  readonly requires: readonly string[]
  readonly switches: ReadonlyMap<string, string>
}

export function parseCommandLine(args: readonly string[]): CommandLine {
  const requires: string[] = []
  const switches = new Map<string, string>()
  let entry: string | null = null
  for (let i = 0; i < args.length; i++) {
    const arg = args[i] ?? ''
    if (arg === '-r' || arg === '--require') {
      i += 1
      requires.push(args[i] ?? '')
    } else if (arg.startsWith('--')) {
      const equals = arg.indexOf('=')
      if (equals === -1) switches.set(arg.slice(2), '')
      else switches.set(arg.slice(2, equals), arg.slice(equals + 1))
    } else entry ??= arg
  }
  return { entry, requires, switches }
}

/** The app's folder (the one that holds package.json) and its main file, both absolute. */
export function locateApp(entry: string): { appPath: string; main: string } {
  const path = resolve(entry)
  if (statSync(path).isDirectory()) return { appPath: path, main: join(path, readPackage(path).main) }
  let folder = dirname(path)
  while (!existsSync(join(folder, 'package.json')) && folder !== dirname(folder)) folder = dirname(folder)
  return { appPath: folder, main: path }
}

export type AppPackage = { readonly name: string; readonly version: string; readonly main: string }

/** What Electron reads from the app's package.json; `productName` goes before `name`. */
export function readPackage(appPath: string): AppPackage {
  const json = JSON.parse(readFileSync(join(appPath, 'package.json'), 'utf8')) as Record<string, unknown>
  const text = (key: string): string | undefined => (typeof json[key] === 'string' ? json[key] : undefined)
  return {
    name: text('productName') ?? text('name') ?? 'Electron',
    version: text('version') ?? '0.0.0',
    main: text('main') ?? 'index.js',
  }
}
