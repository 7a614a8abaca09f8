import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'

/** Runs lines in a process of their own, whose ways out were closed before; gives what it printed. */
function run(lines: string): string {
  const script = `
    import http from 'node:http'
    import net, { connect } from 'node:net'
    import dgram, { createSocket } from 'node:dgram'
    import dns, { lookup } from 'node:dns'
    import dnsPromises, { resolve4 } from 'node:dns/promises'
    import { refuseNetwork } from ${JSON.stringify(new URL('./tripwire.ts', import.meta.url).href)}
    refuseNetwork()
    const tried = async (attempt) => {
      try { await attempt(); return 'went through' } catch (error) { return error.code ?? String(error) }
    }
    ${lines}
  `
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { encoding: 'utf8' },
  )
  return stdout.trim() || stderr
}

describe('main', () => {
  it.each([
    ['fetch', `fetch('http://127.0.0.1:9/')`],
    ['http.get', `http.get('http://127.0.0.1:9/')`],
    ['net.connect', `net.connect(9, '127.0.0.1')`],
    ['a named import of connect', `connect(9, '127.0.0.1')`],
    ['a local socket', `net.connect('/no/such/socket')`],
    ['dns.lookup', `new Promise((done) => dns.lookup('localhost', done))`],
    ['a named import of lookup', `new Promise((done) => lookup('localhost', done))`],
    ['dns.resolve4', `new Promise((done) => dns.resolve4('localhost', done))`],
    ['a named import of resolve4', `resolve4('localhost')`],
    ['dnsPromises.reverse', `dnsPromises.reverse('127.0.0.1')`],
    ['a resolver', `new Promise((done) => new dns.Resolver().resolve4('localhost', done))`],
    ['a promising resolver', `new dnsPromises.Resolver().resolve4('localhost')`],
    ['a datagram', `dgram.createSocket('udp4').send('x', 9, '127.0.0.1')`],
    ['a named import of createSocket', `createSocket('udp4').bind(0)`],
  ])('has no way out through %s', (_what, attempt) => {
    expect(run(`console.log(await tried(() => ${attempt})); process.exit()`)).toBe('E_OFFLINE')
  })

  it('has no web socket', () => {
    expect(run(`console.log(typeof WebSocket, typeof EventSource)`)).toBe('undefined undefined')
  })

  it('can still listen on the loopback address, as the browser host does', () => {
    expect(
      run(`const server = http.createServer().listen(0, '127.0.0.1', () => {
        console.log(server.address().address)
        server.close()
      })`),
    ).toBe('127.0.0.1')
  })
})
