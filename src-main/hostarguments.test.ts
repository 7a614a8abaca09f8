import { describe, expect, it } from 'vitest'
import { readHostArguments } from './hostarguments.ts'

describe('the browser host’s command line', () => {
  it('may name a port', () => {
    expect(readHostArguments([])).toEqual({ kind: 'open', port: null })
    expect(readHostArguments(['--port', '8080'])).toEqual({ kind: 'open', port: 8080 })
    expect(readHostArguments(['--port=1'])).toEqual({ kind: 'open', port: 1 })
  })

  it('may ask for help', () => {
    expect(readHostArguments(['--help'])).toEqual({ kind: 'help' })
    expect(readHostArguments(['-h', '--port', '8080'])).toEqual({ kind: 'help' })
  })

  it.each([
    ['--port', '0'],
    ['--port', '65536'],
    ['--port', '1e3'],
    ['--port', ''],
    ['--port=-1'],
    ['--prot', '1'],
    ['x'],
  ])('is a mistake with %s %s', (...given) => {
    const { kind } = readHostArguments(given)
    expect(kind).toBe('mistake')
  })

  it('says what is wrong with a port', () => {
    expect(readHostArguments(['--port', 'abc'])).toEqual({
      kind: 'mistake',
      sentence: '--port is a number from 1 to 65535, not “abc”.',
    })
  })
})
