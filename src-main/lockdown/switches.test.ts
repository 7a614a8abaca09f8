import { describe, expect, it } from 'vitest'
import { mayStart } from './process.ts'
import { allowedSwitches, ownSwitches, refusedAmong, refusedSwitches, strangersAmong } from './switches.ts'

/** An app that is started with these switches and records the calls made to it. */
function startedWith(switches: readonly string[], isPackaged = true) {
  const given = new Set(switches)
  const exits: number[] = []
  const app = {
    isPackaged,
    commandLine: {
      hasSwitch: (name: string) => given.has(name),
      removeSwitch: (name: string) => given.delete(name),
    },
    exit: (code: number) => exits.push(code),
  }
  const said: string[] = []
  const may = mayStart(app as never, (sentence) => said.push(sentence))
  return { may, exits, said, left: [...given] }
}

/** Written out once more: a name that is taken off the list must fail here. */
const expected = `
  allow-running-insecure-content auth-server-allowlist auth-server-whitelist browser-subprocess-path
  crash-dumps-dir disable-extensions-except disable-features disable-gpu-sandbox
  disable-namespace-sandbox disable-seccomp-filter-sandbox disable-setuid-sandbox disable-site-isolation-trials
  disable-web-security disk-cache-dir enable-automation enable-blink-features
  enable-features enable-logging gpu-launcher host-resolver-rules
  host-rules ignore-certificate-errors ignore-certificate-errors-spki-list in-process-gpu
  inspect inspect-brk inspect-port inspect-publish-uid
  inspect-wait js-flags load-extension log-file
  log-net-log net-log-capture-mode no-sandbox no-zygote
  proxy-auto-detect proxy-bypass-list proxy-pac-url proxy-server
  remote-allow-origins remote-debugging-address remote-debugging-pipe remote-debugging-port
  renderer-cmd-prefix single-process ssl-key-log-file trace-startup
  trace-startup-file unsafely-treat-insecure-origin-as-secure user-data-dir utility-cmd-prefix
  v vmodule wait-for-debugger-children zygote-cmd-prefix
`
  .trim()
  .split(/\s+/)

describe('a packaged app', () => {
  it('refuses these switches, and no fewer', () => {
    expect([...refusedSwitches].sort()).toEqual([...expected].sort())
  })

  it.each(expected.map((name) => [name]))('does not start with --%s', (name) => {
    const { may, exits, said, left } = startedWith([name])
    expect(may).toBe(false)
    expect(exits).toEqual([64])
    expect(said).toEqual([`Fieldshelf does not start with --${name}. Start it without.`])
    expect(left).toEqual([])
  })

  it('refuses each switch that is not allowed, known or not', () => {
    const before = process.argv
    process.argv = ['fieldshelf', '--some-new-switch=1', '-x', '--lang=az', '/home/a/pack.shelf']
    try {
      const { may, exits, said } = startedWith([])
      expect([may, exits]).toEqual([false, [64]])
      expect(said).toEqual(['Fieldshelf does not start with --some-new-switch, --x. Start it without.'])
    } finally {
      process.argv = before
    }
  })

  it.each<[NodeJS.Platform, string[], string[]]>([
    ['linux', ['--Remote-Debugging-Port=9', '/inspect'], ['remote-debugging-port']],
    ['win32', ['/remote-debugging-port=9', '-INSPECT'], ['remote-debugging-port', 'inspect']],
    ['linux', ['--', '--inspect', 'a.shelf'], []],
    ['linux', ['-', '--lang', 'a.shelf'], []],
    ['darwin', ['-psn_0_12345'], []],
    ['linux', ['-psn_0_12345'], ['psn_0_12345']],
    ['linux', ['--ozone-platform=wayland', '--force-device-scale-factor=1.5'], []],
    ['linux', ['--=x'], ['']],
  ])('on %s, of %j, refuses %j', (platform, args, refused) => {
    expect(strangersAmong(args, platform)).toEqual(refused)
  })

  it('allows none of the switches that open it', () => {
    const refused: readonly string[] = refusedSwitches
    const both = allowedSwitches.filter((name) => refused.includes(name))
    expect(both).toEqual([])
  })

  it('starts without', () => {
    expect(startedWith(['lang'])).toMatchObject({ may: true, exits: [] })
  })

  it('drops the variables that would make Electron log or trust others', () => {
    process.env['ELECTRON_LOG_FILE'] = 'x'
    startedWith([])
    expect(process.env['ELECTRON_LOG_FILE']).toBeUndefined()
  })
})

describe('an app that is being developed', () => {
  it('may be started with any switch, so that it can be tested', () => {
    expect(startedWith(['remote-debugging-port', 'inspect'], false).exits).toEqual([])
  })
})

describe('the switches the app gives itself', () => {
  it('keep every name from being resolved', () => {
    expect(Object.fromEntries(ownSwitches('linux', null))).toEqual({
      'host-resolver-rules': 'MAP * ~NOTFOUND',
      'no-proxy-server': '',
      'webrtc-ip-handling-policy': 'disable_non_proxied_udp',
      'force-webrtc-ip-handling-policy': 'disable_non_proxied_udp',
      'password-store': 'basic',
    })
  })

  it('leave Vite’s host in a development run', () => {
    expect(Object.fromEntries(ownSwitches('win32', '127.0.0.1'))['host-resolver-rules']).toBe(
      'MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    )
  })

  it('would be refused from outside, where they decide over the network', () => {
    expect(refusedAmong((name) => name === 'host-resolver-rules')).toEqual(['host-resolver-rules'])
  })
})
