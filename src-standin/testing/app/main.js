// The smallest app that uses what the stand-in offers: one scheme, one window, one call.
import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { app, BrowserWindow, ipcMain, Menu, protocol, session } from 'electron'

const types = { '.html': 'text/html', '.js': 'text/javascript' }
const files = ['page.html', 'worker.js', 'dependency.js']

// The faults planted in this app: the environment names them.
const fault = process.env.TESTAPP_FAULT

async function serve(request) {
  const { pathname, host } = new URL(request.url)
  const name = pathname.slice(1)
  if (request.method !== 'GET') return new Response('no', { status: 405 })
  if (name === 'large.bin') return new Response(new Uint8Array(20_000_000))
  if (name === 'broken') throw new Error('the handler failed')
  if (host !== 'test' || !files.includes(name)) return new Response('no', { status: 404 })
  const body = await readFile(join(import.meta.dirname, name))
  return new Response(body, { headers: { 'content-type': types[extname(name)] } })
}

const privileges = { standard: true, secure: fault !== 'privileges', supportFetchAPI: true }
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])

if (fault !== 'spelling') app.on('session-created', (each) => each.setSpellCheckerLanguages([]))
if (fault !== 'lock' && !app.requestSingleInstanceLock()) app.exit(0)
globalThis.seconds = []
app.on('second-instance', (_event, argv) => globalThis.seconds.push(argv.at(-1)))

app.whenReady().then(() => {
  const mine = session.fromPartition('test')
  if (fault !== 'handler') mine.protocol.handle('app', serve)
  if (fault !== 'filter')
    mine.webRequest.onBeforeRequest((details, decide) =>
      decide({ cancel: !details.url.startsWith('app://test/') && !details.url.startsWith('data:') }),
    )
  if (fault !== 'permissions') {
    mine.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
    mine.setPermissionCheckHandler(() => false)
  }
  ipcMain.handle('ask', (event, request) => {
    if (request === 'fail') throw new Error('it failed')
    return { request, url: event.senderFrame.url, main: event.senderFrame === event.sender.mainFrame }
  })
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      {
        label: 'File',
        submenu: [
          {
            id: 'tell',
            label: 'Tell',
            accelerator: 'CmdOrCtrl+Shift+T',
            click: (item, window) => window.webContents.send('told', item.id),
          },
        ],
      },
    ]),
  )
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      session: mine,
      preload: join(import.meta.dirname, fault === 'preload' ? 'no-preload.cjs' : 'preload.cjs'),
      sandbox: fault !== 'sandbox',
    },
  })
  window.once('ready-to-show', () => window.show())
  if (fault !== 'navigation') window.webContents.on('will-frame-navigate', (event) => event.preventDefault())
  if (fault !== 'popup') window.webContents.setWindowOpenHandler(() => ({ action: 'deny' }))
  window.loadURL('app://test/page.html').catch((error) => console.error(String(error)))
})
