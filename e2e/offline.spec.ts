// The promise that nothing is ever asked of a network, attacked from each side.
import { spawnSync } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, isStandIn, needsMain, newProfile, removeProfile, test } from './app.ts'
import { tour, whatAReaderSees } from './tour.ts'

/** Listens on this computer, by TCP and UDP, and counts whatever comes. */
async function startProbe() {
  let heard = 0
  const server = createServer((socket) => {
    heard += 1
    socket.destroy()
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const datagrams = createSocket('udp4').bind(port, '127.0.0.1')
  datagrams.on('message', () => (heard += 1))
  await once(datagrams, 'listening')
  return {
    address: `127.0.0.1:${port}`,
    heard: () => heard,
    stop: () => {
      server.close()
      datagrams.close()
    },
  }
}

/** Runs in the page: every way out that a page has. Gives the names of those that seemed to work. */
async function tryEveryWayOut(address: string): Promise<string[]> {
  const http = `http://${address}/`
  const settle = (work: Promise<unknown>): Promise<boolean> =>
    Promise.race([
      work.then(
        () => true,
        () => false,
      ),
      new Promise<boolean>((resolve) => setTimeout(() => resolve(false), 1500)),
    ])
  const loaded = (element: HTMLElement): Promise<unknown> =>
    new Promise((resolve, reject) => {
      element.onload = resolve
      element.onerror = reject
      document.body.append(element)
    })
  const opened = (target: EventTarget): Promise<unknown> =>
    new Promise((resolve, reject) => {
      target.addEventListener('open', resolve)
      target.addEventListener('error', reject)
    })
  const make = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    properties: Partial<HTMLElementTagNameMap[Name]>,
  ): HTMLElementTagNameMap[Name] => Object.assign(document.createElement(name), properties)

  const ways: Record<string, () => Promise<unknown>> = {
    fetch: () => fetch(http, { mode: 'no-cors' }),
    request: () =>
      new Promise((resolve, reject) => {
        const request = new XMLHttpRequest()
        request.onload = resolve
        request.onerror = reject
        request.open('GET', http)
        request.send()
      }),
    image: () => loaded(make('img', { src: `${http}x.png` })),
    stylesheet: () => loaded(make('link', { rel: 'stylesheet', href: `${http}x.css` })),
    font: () => new FontFace('x', `url(${http}x.woff2)`).load(),
    prefetch: () => loaded(make('link', { rel: 'prefetch', href: `${http}p` })),
    preconnect: () => loaded(make('link', { rel: 'preconnect', href: http })),
    'dns-prefetch': () => loaded(make('link', { rel: 'dns-prefetch', href: http })),
    frame: async () => {
      await loaded(make('iframe', { src: http }))
      throw new Error('it loads even when nothing came: seen only by the probe')
    },
    media: () => new Audio(`${http}x.mp3`).play(),
    socket: () => opened(new WebSocket(`ws://${address}/`)),
    events: () => opened(new EventSource(http)),
    transport: () => new WebTransport(`https://${address}/`).ready,
    beacon: () =>
      navigator.sendBeacon(http, 'x') ? new Promise(() => undefined) : Promise.reject(new Error()),
    'module script': () => import(`${http}x.js`),
    form: async () => {
      const form = make('form', { action: http, method: 'post' })
      document.body.append(form)
      form.submit()
      throw new Error('seen only by the probe')
    },
    ping: async () => {
      const link = make('a', { href: '#/', ping: http })
      document.body.append(link)
      link.click()
      throw new Error('seen only by the probe')
    },
    peer: async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:${address}` }] })
      peer.createDataChannel('x')
      await peer.setLocalDescription()
      throw new Error('seen only by the probe')
    },
  }
  const worked = await Promise.all(
    Object.entries(ways).map(async ([name, way]) => {
      const attempt = async (): Promise<unknown> => way()
      return (await settle(attempt())) ? [name] : []
    }),
  )
  return worked.flat()
}

test('no page finds a way out, by name or by number', async ({ launch }) => {
  const probe = await startProbe()
  const shelf = await launch()
  for (const address of [probe.address, probe.address.replace('127.0.0.1', 'localhost'), '1.1.1.1']) {
    expect(await shelf.page.evaluate(tryEveryWayOut, address)).toEqual([])
  }
  expect(probe.heard()).toBe(0)
  expect(shelf.journal().filter(({ kind }) => kind === 'request')).toEqual([])
  probe.stop()
})

test('without the content policy the request filter still lets nothing out', async ({ launch }) => {
  const probe = await startProbe()
  const shelf = await launch({ withoutPolicy: true })
  const asked = await shelf.page.evaluate(
    (address) => fetch(`http://${address}/`, { mode: 'no-cors' }).then(String, String),
    probe.address,
  )
  expect(asked).toBe('TypeError: Failed to fetch')
  // Loading is the app's own doing: no page, no policy and no navigation guard comes before it.
  const loaded = await shelf.app?.evaluate(async ({ BrowserWindow }, address) => {
    const [first] = BrowserWindow.getAllWindows()
    const outcomes: string[] = []
    for (const session of [first?.webContents.session, undefined]) {
      const window = new BrowserWindow({ show: false, webPreferences: { ...(session ? { session } : {}) } })
      outcomes.push(
        await window.loadURL(`http://${address}/`).then(
          () => 'loaded',
          () => 'refused',
        ),
      )
      if (!window.isDestroyed()) window.destroy()
    }
    return outcomes
  }, probe.address)
  expect(loaded).toEqual(['refused', 'refused'])
  expect(probe.heard()).toBe(0)
  expect(shelf.journal().filter(({ kind }) => kind === 'request')).toEqual([])
  probe.stop()
})

test('no spell-checking dictionary is fetched', async ({ launch }) => {
  test.skip(!isStandIn, 'Only the stand-in tells.')
  const { journal } = await launch()
  expect(journal().filter(({ kind }) => kind === 'dictionary')).toEqual([])
})

test('main itself has no way out', async ({ app }) => {
  needsMain(app)
  const said = await app.evaluate(async () => {
    const net = process.getBuiltinModule('node:net')
    const dns = process.getBuiltinModule('node:dns')
    const http = process.getBuiltinModule('node:http')
    const refused = async (way: () => unknown): Promise<string> => {
      try {
        await way()
        return 'not refused'
      } catch (error) {
        return (error as { code?: string }).code ?? String(error)
      }
    }
    return Promise.all(
      [
        () => fetch('http://127.0.0.1/'),
        () => net.connect(80, '127.0.0.1'),
        () => http.get('http://127.0.0.1/'),
        () => dns.promises.lookup('example.com'),
      ].map(refused),
    )
  })
  expect(said).toEqual(['E_OFFLINE', 'E_OFFLINE', 'E_OFFLINE', 'E_OFFLINE'])
})

test('A21: with the cable out, everything is as it is with it', async ({}) => {
  const canCutOff = spawnSync('unshare', ['-rn', 'true']).status === 0
  test.skip(!canCutOff, 'This computer does not let a test cut the network off (unshare -rn).')
  expect(tour(['unshare', '-rn'])).toEqual({ saw: whatAReaderSees, code: 0 })
})

test('A21: from start to end no program of the app opens a connection or sends a packet', async ({}) => {
  test.slow()
  test.skip(spawnSync('strace', ['-V']).status !== 0, 'strace is not installed.')
  const folder = newProfile()
  const log = join(folder, 'connections.log')
  const watched = 'trace=connect,sendto,sendmsg,sendmmsg'
  expect(tour(['strace', '-f', '--seccomp-bpf', '-qq', '-yy', '-e', watched, '-o', log])).toEqual({
    saw: whatAReaderSees,
    code: 0,
  })
  const departures = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => /\((\d+)<(TCP|UDP|RAW)/.test(line))
    // Chromium asks the system whether there is a way to IPv6 at all: a datagram socket is
    // connected to a fixed address, and nothing is sent (net/dns/host_resolver_manager.cc).
    .filter((line) => !/connect\(\d+<UDPv6:\[\d+\]>.*2001:4860:4860::8888/.test(line))
  expect(departures).toEqual([])
  removeProfile(folder)
})
