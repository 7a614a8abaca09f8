/**
 * The same page in an ordinary browser, for machines where Electron can't be had or programs may not be
 * installed: a server on the loopback address that gives out the page and the library, read-only, under
 * the same rules as the app. It is built to `out/main/browser.js` and is the one place that listens.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { AboutApp } from '../src-bridge/contract.ts'
import { assertNever } from '../src-library/model/never.ts'
import { foldersFrom } from './folders.ts'
import { readHostArguments } from './hostarguments.ts'
import { openLibrary } from './library/library.ts'
import { answerLoopback } from './library/loopback.ts'
import { guideFilesIn, pageFilesIn } from './library/pagefiles.ts'
import type { ServedFile, Shelf, ShelfAnswer } from './library/serve.ts'
import { shelfOf } from './library/shelf.ts'
import { refuseNetwork } from './lockdown/tripwire.ts'

const address = '127.0.0.1'
/** Tried first: a browser keeps the reader's settings by address, so it should stay the same. */
const usualPort = 42680

/** The browser keeps bookmarks and settings for the address, and another program that answers there can read them. */
const portTaken = `Port ${usualPort} is taken by another program. Your bookmarks and settings belong to that address
and are not found at the one below. Do not open the old address until you know what answers there.`

const usage = `Usage: node browser.js [--port NUMBER]

Gives the page out at http://${address}:PORT/, to this computer alone.
Without --port it is ${usualPort}, or any free one if that is taken.`

refuseNetwork()
await run()

async function run(): Promise<void> {
  const hostArguments = readHostArguments(process.argv.slice(2))
  switch (hostArguments.kind) {
    case 'open':
      return listen(createServer(answersOf(await openShelf())), hostArguments.port)
    case 'help':
      return console.log(usage)
    case 'mistake':
      return end(2, `${hostArguments.sentence}\n\n${usage}`)
    default:
      return assertNever(hostArguments)
  }
}

async function openShelf(): Promise<Shelf> {
  const folders = foldersFrom(import.meta.dirname, null)
  const page = new Map(await pageFilesIn(folders.page))
  page.set('about.json', await about())
  return shelfOf({ page, library: openLibrary(folders.libraries), guide: await guideFilesIn(folders.guide) })
}

/** What the page's About place says of the app (src-bridge/browser.ts). */
async function about(): Promise<ServedFile> {
  const path = join(import.meta.dirname, '..', '..', 'package.json')
  const { version = '' } = JSON.parse(await readFile(path, 'utf8').catch(() => '{}')) as { version?: string }
  const facts: AboutApp = { name: 'Fieldshelf', version, shell: 'browser' }
  const bytes = new TextEncoder().encode(JSON.stringify(facts))
  return {
    origin: 'content',
    mediaType: 'application/json; charset=utf-8',
    read: () => Promise.resolve(bytes),
  }
}

function answersOf(shelf: Shelf): RequestListener {
  return (request, response) => {
    answer(request, shelf).then(
      ({ status, headers, body }) => response.writeHead(status, headers).end(body),
      (error: unknown) => {
        console.error(error)
        response.destroy()
      },
    )
  }
}

function answer(
  { method = '', url = '', headers, socket }: IncomingMessage,
  shelf: Shelf,
): Promise<ShelfAnswer> {
  const headerOf = (name: string): string | undefined => headers[name]?.toString()
  const request = {
    method,
    target: url,
    host: headers.host,
    site: headerOf('sec-fetch-site'),
    mode: headerOf('sec-fetch-mode'),
  }
  return answerLoopback(request, `${address}:${socket.localPort}`, shelf)
}

/** `port` null: the usual one, or any. */
function listen(server: Server, port: number | null): void {
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = error.code === 'EADDRINUSE'
    if (taken && port === null) {
      console.error(portTaken)
      server.listen(0, address)
    } else end(1, taken ? `Port ${port} is taken. Choose another one, or none.` : error.message)
  })
  server.on('listening', () => {
    const { port: found } = server.address() as AddressInfo
    console.log(`Fieldshelf is open at http://${address}:${found}/ (Ctrl+C closes it)`)
  })
  server.listen(port ?? usualPort, address)
}

function end(code: number, sentence: string): void {
  console.error(sentence)
  process.exitCode = code
}
