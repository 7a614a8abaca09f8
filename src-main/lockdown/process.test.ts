import { EventEmitter } from 'node:events'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { originsOf } from '../addresses.ts'
import { lockDownProcess, lockDownResolver } from './process.ts'
import { refuseNetwork } from './tripwire.ts'

vi.mock('./tripwire.ts', () => ({ refuseNetwork: vi.fn() }))

const umask = process.umask()
afterAll(() => void process.umask(umask))

function lockedDown(developmentAddress?: string) {
  const switches = new Map<string, string>()
  const app = Object.assign(new EventEmitter(), {
    enableSandbox: vi.fn(),
    commandLine: { appendSwitch: (name: string, value: string) => switches.set(name, value) },
  })
  const registerSchemesAsPrivileged = vi.fn()
  lockDownProcess(
    app as never,
    { registerSchemesAsPrivileged } as never,
    originsOf(false, developmentAddress),
  )
  return { app, switches, registerSchemesAsPrivileged }
}

describe('before the app is ready', () => {
  it('every page is put in the sandbox, and main’s own ways out are closed', () => {
    expect(lockedDown().app.enableSandbox).toHaveBeenCalledOnce()
    expect(refuseNetwork).toHaveBeenCalled()
  })

  it('files are made for this account alone', () => {
    lockedDown()
    if (process.platform !== 'win32') expect(process.umask()).toBe(0o077)
  })

  it('Chromium is told to resolve nothing', () => {
    expect(lockedDown().switches.get('host-resolver-rules')).toBe('MAP * ~NOTFOUND')
    expect(lockedDown('http://127.0.0.1:5173').switches.get('host-resolver-rules')).toContain(
      'EXCLUDE 127.0.0.1',
    )
  })

  it('the scheme is registered as an ordinary secure origin', () => {
    expect(lockedDown().registerSchemesAsPrivileged).toHaveBeenCalledExactlyOnceWith([
      { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ])
  })

  it('certificates, passwords and client certificates are refused', () => {
    const { app } = lockedDown()
    const preventDefault = vi.fn()
    const decide = vi.fn()
    app.emit('certificate-error', { preventDefault }, null, '', '', null, decide)
    expect(decide).toHaveBeenCalledExactlyOnceWith(false)
    app.emit('login', { preventDefault })
    app.emit('select-client-certificate', { preventDefault }, null, '', [], decide)
    expect(decide).toHaveBeenLastCalledWith()
    expect(preventDefault).toHaveBeenCalledTimes(3)
  })
})

it('resolves no names and looks for no proxy once it is ready', () => {
  const app = { configureHostResolver: vi.fn(), setProxy: vi.fn(() => Promise.resolve()) }
  lockDownResolver(app)
  expect(app.configureHostResolver).toHaveBeenCalledExactlyOnceWith({
    enableBuiltInResolver: false,
    enableAdditionalDnsQueryTypes: false,
    secureDnsMode: 'off',
    secureDnsServers: [],
  })
  expect(app.setProxy).toHaveBeenCalledExactlyOnceWith({ mode: 'direct' })
})
