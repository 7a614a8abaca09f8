/**
 * Wiring faults, each a small change of the source that a hurried hand could make, and the
 * spec that must see it. What two guards hold together is taken away in both: a fault that
 * the second guard stops is no fault of the app.
 */
export type Change = {
  readonly file: string
  /** Must be in the file exactly once. */
  readonly find: string
  readonly replace: string
}

export type Fault = {
  readonly name: string
  readonly changes: readonly Change[]
  /** The spec of e2e/ or the unit test that must fail, and a part of its test's title. */
  readonly seenBy: { readonly spec: string; readonly test: string }
}

const fault = (
  name: string,
  [spec, test]: readonly [spec: string, test: string],
  ...changes: readonly (readonly [file: string, find: string, replace: string])[]
): Fault => ({
  name,
  changes: changes.map(([file, find, replace]) => ({ file, find, replace })),
  seenBy: { spec, test },
})

const shell = (test: string): readonly [string, string] => ['shell.spec.ts', test]
const offline = (test: string): readonly [string, string] => ['offline.spec.ts', test]

const theBridge = shell('the page has the bridge')
const everyAnswer = shell('every answer carries the policy')
const nothingInline = shell('nothing inline, evaluated or injected runs')
const noWayToLeave = shell('no way to leave the page works')
const everyPermission = shell('every permission is denied')
const theContract = shell('main answers the contract and nothing beside it')
const noOtherPage = shell('main answers no other page')
const theWindow = shell('the window shows the page')
const theEnd = shell('closing the window ends the app')
const noWayOut = offline('no page finds a way out')
const theFilter = offline('without the content policy the request filter')
const savedPdf = ['printing.spec.ts', 'the saved PDF keeps the rules of paper'] as const

const main = 'src-main/main.ts'
const policy = 'src-main/lockdown/policy.ts'
const session = 'src-main/lockdown/session.ts'
const contents = 'src-main/lockdown/contents.ts'
const preferences = 'src-main/lockdown/preferences.ts'
const process = 'src-main/lockdown/process.ts'
const sender = 'src-main/lockdown/sender.ts'
const channels = 'src-main/channels.ts'
const preload = 'src-bridge/preload.ts'
const printPage = 'src-main/printing/printpage.ts'
const mainWindow = 'src-main/windows/mainwindow.ts'

export const faults: readonly Fault[] = [
  // -- the window and its page
  fault('the preload is looked for under another name', theBridge, [
    'src-main/folders.ts',
    "'preload', 'index.cjs'",
    "'preload', 'index.js'",
  ]),
  fault('the page is not sandboxed', theBridge, [preferences, 'sandbox: true', 'sandbox: false']),
  fault('the page shares a world with the preload', theBridge, [
    preferences,
    'contextIsolation: true',
    'contextIsolation: false',
  ]),
  fault('the page has Node', theBridge, [preferences, 'nodeIntegration: false', 'nodeIntegration: true']),
  fault('the window is never shown', theWindow, [mainWindow, 'else window.show()', 'else void 0']),
  fault('the title tells what is read', theWindow, [
    mainWindow,
    "window.on('page-title-updated', (event) => event.preventDefault())",
    '',
  ]),
  fault('the scheme is not registered', theWindow, [
    process,
    'privileges: { standard: true, secure: true, supportFetchAPI: true }',
    'privileges: { secure: true, supportFetchAPI: true }',
  ]),
  fault('nobody answers the scheme', theWindow, [
    main,
    'answerScheme(own, shelf)',
    'void [own, shelf, answerScheme]',
  ]),

  // -- what the page may run
  fault('there is no content policy', everyAnswer, [
    policy,
    "{ ...common, 'content-security-policy': policy(pageDirectives) }",
    '{ ...common }',
  ]),
  fault(
    'inline scripts are allowed',
    nothingInline,
    [
      policy,
      "'script-src': [\"'self'\"]",
      "'script-src': [\"'self'\", \"'unsafe-inline'\", \"'unsafe-eval'\"]",
    ],
    [policy, "'require-trusted-types-for': [\"'script'\"],", ''],
  ),
  fault('inline styles are allowed', nothingInline, [
    policy,
    "'style-src-attr': [\"'none'\"]",
    "'style-src-attr': [\"'unsafe-inline'\"]",
  ]),
  fault('markup may come from strings', nothingInline, [
    policy,
    "'require-trusted-types-for': [\"'script'\"],",
    '',
  ]),
  fault('a type may be guessed', everyAnswer, [policy, "'x-content-type-options': 'nosniff',", '']),

  // -- where the page may go
  fault('pages are not locked down', noWayToLeave, [
    main,
    'lockDownContents(contents, origins))',
    'void [contents, lockDownContents])',
  ]),
  fault('windows may be opened', noWayToLeave, [contents, "action: 'deny'", "action: 'allow'"]),
  fault('files may be downloaded', noWayToLeave, [
    session,
    "session.on('will-download', (event) => event.preventDefault())",
    '',
  ]),
  fault('permissions are granted', everyPermission, [
    session,
    'decide(false))\n  session.setPermissionCheckHandler',
    'decide(true))\n  session.setPermissionCheckHandler',
  ]),
  fault('permissions look granted', everyPermission, [
    session,
    'setPermissionCheckHandler(() => false)',
    'setPermissionCheckHandler(() => true)',
  ]),

  // -- what may leave
  fault('the request filter lets everything out', theFilter, [
    session,
    '!isOwnRequest(details.url, origins)',
    'details.url.length < 0',
  ]),
  fault('the request filter is turned round', theWindow, [
    session,
    '!isOwnRequest(details.url, origins)',
    'isOwnRequest(details.url, origins)',
  ]),
  fault('sessions are not locked down', theFilter, [
    main,
    'lockDownSession(created, origins))',
    'void [created, lockDownSession])',
  ]),
  fault('dictionaries are fetched', offline('no spell-checking dictionary is fetched'), [
    session,
    'session.setSpellCheckerLanguages([])',
    '',
  ]),
  fault('WebRTC asks about by itself', noWayOut, [
    'src-main/lockdown/switches.ts',
    "['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],",
    '',
  ]),
  fault('main may use the network', offline('main itself has no way out'), [
    process,
    'refuseNetwork()\n',
    '',
  ]),

  // -- the bridge
  fault('main answers any page', noOtherPage, [
    channels,
    'if (!maySend(event, dependencies.windows, dependencies.origins)) throw new Error(refusals.sender)',
    'void [maySend, event]',
  ]),
  fault('main answers any window with our page', noOtherPage, [
    sender,
    'windows.has(event.sender.id) &&',
    '',
  ]),
  fault('main takes any request', theContract, [
    channels,
    'given.length !== 1 || !request.success',
    '!request',
  ]),
  fault('the preload calls another channel', theContract, [
    preload,
    'ipcRenderer.invoke(channel, request)',
    'ipcRenderer.invoke(`${channel}.`, request)',
  ]),
  fault('the preload lets any channel through', theContract, [
    preload,
    'channels.has(channel)',
    'channels.size > 0',
  ]),
  fault('the preload hands out ipcRenderer', theBridge, [
    preload,
    'Object.freeze(bridge))',
    'Object.freeze({ ...bridge, send: ipcRenderer.send }))',
  ]),
  fault('no call is answered', theContract, [main, 'listen(ipcMain, {', 'void (listen, ipcMain, {']),
  fault('the menu is not set', shell('the menu’s commands reach the page'), [
    'src-main/menu/menu.ts',
    'Menu.setApplicationMenu(Menu.buildFromTemplate(template))',
    'Menu.buildFromTemplate(template)',
  ]),
  fault('the menu speaks another channel', shell('the menu’s commands reach the page'), [
    'src-main/main.ts',
    "window.tell('menu.command', command)",
    "window.tell('print.progress', command as never)",
  ]),

  // -- what is given out
  fault('any method is answered', shell('an address gives out'), [
    'src-main/library/serve.ts',
    "request.method !== 'GET'",
    "request.method === 'HEAD'",
  ]),
  fault(
    'a damaged pack is read all the same',
    ['library.spec.ts', 'a pack whose file was changed'],
    [
      'src-main/library/pack.ts',
      "createHash('sha256').update(bytes.value).digest('hex') === entry.sha256",
      'createHash.length > 0',
    ],
    [
      'src-main/library/pack.ts',
      'readWhole(folder, path, (size) => size === entry.bytes)',
      'readWhole(folder, path, () => true)',
    ],
  ),

  // -- paper
  fault('the PDF is not written', savedPdf, [
    'src-main/printing/save.ts',
    'await replaceFile(files, await throughLinks(files, path), bytes, false, mode)',
    'void replaceFile',
  ]),
  fault('the PDF has no tags and no outline', savedPdf, [
    printPage,
    'generateTaggedPDF: tagged',
    'generateTaggedPDF: tagged && false',
  ]),
  fault('the PDF has no outline', savedPdf, [
    printPage,
    'generateDocumentOutline: outline',
    'generateDocumentOutline: outline && false',
  ]),
  fault(
    'the PDF is printed on Letter',
    savedPdf,
    [printPage, 'preferCSSPageSize: true', 'preferCSSPageSize: false'],
    [
      printPage,
      'pageSize: pageSizeOf(paper),\n          preferCSS',
      "pageSize: 'Letter',\n          preferCSS",
    ],
  ),

  // -- start, end and what is kept
  fault('two apps run at once', shell('a second start brings'), [
    main,
    'if (app.requestSingleInstanceLock())',
    'if (app.isReady() || true)',
  ]),
  fault('a second start is not heard', shell('a second start brings'), [
    main,
    "app.on('second-instance', (_event, args) => {\n    window.show()",
    "app.on('second-instance', (_event, args) => {",
  ]),
  fault('the app does not end', theEnd, [main, "if (process.platform !== 'darwin') app.quit()", 'void app']),
  fault('Chromium’s folder stays', theEnd, [main, 'if (kept) return clearRuntime(app)', 'if (kept) return']),
  fault('files are there for everybody', shell('only this account can read the files that the app writes'), [
    process,
    'process.umask(0o077)',
    'process.umask(0o000)',
  ]),
  fault(
    'settings are not kept',
    ['userdata.spec.ts', 'settings last from one start to the next'],
    [
      'src-main/userdata/settings.ts',
      'return this.#store.save(settings)',
      'return this.#store.save(this.#stored.settings === settings ? defaultSettings : settings)',
    ],
  ),
  fault(
    'a page that died is not opened again',
    ['userdata.spec.ts', 'a page that dies is opened again'],
    [
      mainWindow,
      "window.webContents.on('render-process-gone', (_event, { reason }) => void this.#recover(window, reason))",
      '',
    ],
  ),

  // -- the browser host
  fault(
    'the browser host answers under any name',
    ['browserhost.spec.ts', 'answers only under its own name'],
    ['src-main/library/loopback.ts', 'if (request.host !== authority) return refusal(403)', ''],
  ),
  fault(
    'the browser host answers other sites',
    ['browserhost.spec.ts', 'answers only under its own name'],
    [
      'src-main/library/loopback.ts',
      'if (foreign && !opensPage) return refusal(403)',
      'void [foreign, opensPage]',
    ],
  ),

  // -- the search
  fault(
    'a search worker that says nothing is not ended',
    ['searchworker.spec.ts', 'when the search worker'],
    ['src-renderer/engine/silence.ts', '      this.#broken()\n', ''],
  ),
]
