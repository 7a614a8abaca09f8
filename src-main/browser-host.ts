/**
 * The same page in an ordinary browser, for machines where Electron can't be had or programs may not be
 * installed: a server on the loopback address that gives out the page and the library, read-only, under
 * the same rules as the app. It is built to `out/main/browser.js` and is the one place that listens.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { foldersFrom } from './folders.ts'
import { openLibrary } from './library/library.ts'
import { answerLoopback } from './library/loopback.ts'
import { pageFilesIn } from './library/pagefiles.ts'
import type { ServedFile, Shelf } from './library/serve.ts'
import { shelfOf } from './library/shelf.ts'
import { refuseNetwork } from './lockdown/tripwire.ts'

const address = '127.0.0.1'
/** Tried first: a browser keeps the reader's settings by address, so it should stay the same. */
const usualPort = 42680

const usage = `Usage: node browser.js [--port NUMBER]

Gives the page out at http://${address}:PORT/, to this computer alone.
Without --port it is ${usualPort}, or any free one if that is taken.`

refuseNetwork()
const asked = readArguments()
if (asked !== null) await open(asked.port)

async function open(port: number | null): Promise<void> {
  const folders = foldersFrom(import.meta.dirname, null)
  const page = new Map(await pageFilesIn(folders.page))
  page.set('about.json', await about())
  const shelf = shelfOf({ page, library: await openLibrary(folders.libraries) })
  const server = createServer((request, response) => {
    void answer(request, server, shelf).then(({ status, headers, body }) => {
      response.writeHead(status, headers).end(body)
    })
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE' && port === null && server.listening === false) server.listen(0, address)
    else fail(error.code === 'EADDRINUSE' ? `Port ${port} is taken. Choose another one.` : error.message)
  })
  server.on('listening', () => {
    console.log(`Fieldshelf is open at http://${authorityOf(server)}/ (Ctrl+C closes it)`)
  })
  server.listen(port ?? usualPort, address)
}

const answer = ({ method = '', url = '', headers }: IncomingMessage, server: Server, shelf: Shelf) =>
  answerLoopback(
    {
      method,
      target: url,
      host: headers.host,
      site: headerOf(headers['sec-fetch-site']),
      mode: headerOf(headers['sec-fetch-mode']),
    },
    authorityOf(server),
    shelf,
  )

const headerOf = (value: string | string[] | undefined): string | undefined =>
  Array.isArray(value) ? value.join() : value

const authorityOf = (server: Server): string => `${address}:${(server.address() as AddressInfo).port}`

/** What the page's About place says of the app. */
async function about(): Promise<ServedFile> {
  const path = join(import.meta.dirname, '..', '..', 'package.json')
  const { version = '' } = JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as { version?: string }
  const bytes = new TextEncoder().encode(JSON.stringify({ name: 'Fieldshelf', version, shell: 'a browser' }))
  return {
    origin: 'content',
    mediaType: 'application/json; charset=utf-8',
    read: () => Promise.resolve(bytes),
  }
}

/** Null when there is nothing more to do. */
function readArguments(): { readonly port: number | null } | null {
  try {
    const { values } = parseArgs({
      options: { port: { type: 'string' }, help: { type: 'boolean', short: 'h' } },
    })
    if (values.help) {
      console.log(usage)
      return null
    }
    if (values.port === undefined) return { port: null }
    const port = Number(values.port)
    if (Number.isInteger(port) && port > 0 && port < 65536) return { port }
    throw new Error(`--port is a number from 1 to 65535, not ${JSON.stringify(values.port)}.`)
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`)
    process.exitCode = 2
    return null
  }
}

function fail(sentence: string): void {
  console.error(sentence)
  process.exitCode = 1
}
