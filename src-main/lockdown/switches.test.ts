import { describe, expect, it } from 'vitest'
import { mayStart } from './process.ts'
import { ownSwitches, refusedAmong, refusedSwitches } from './switches.ts'

/** An app started with these switches, that records what is done to it. */
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

describe('a packaged app', () => {
  it.each(refusedSwitches.map((name) => [name]))('does not start with --%s', (name) => {
    const { may, exits, said, left } = startedWith([name])
    expect(may).toBe(false)
    expect(exits).toEqual([64])
    expect(said).toEqual([`Fieldshelf does not start with --${name}. Start it without.`])
    expect(left).toEqual([])
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
