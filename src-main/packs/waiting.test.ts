import { join } from 'node:path'
import { expect, it } from 'vitest'
import { packAmong, WaitingPack } from './waiting.ts'

const path = join(process.cwd(), 'a pack.shelf')

it.each<[string, readonly string[], string | null]>([
  ['one pack file', ['electron', path], path],
  ['a name in capitals', ['electron', `${path.slice(0, -5)}SHELF`], `${path.slice(0, -5)}SHELF`],
  ['switches beside it', ['electron', '--x=y.shelf', path], path],
  ['two pack files', ['electron', path, path], null],
  ['a relative path', ['electron', 'a.shelf'], null],
  ['another kind of file', ['electron', `${path}.exe`], null],
  ['a path with a zero in it', ['electron', `/a\0${path}`], null],
  ['nothing', ['electron', '.'], null],
])('of a command line with %s', (_what, args, expected) => {
  expect(packAmong(args)).toBe(expected)
})

it('a pack from outside is handed out once', () => {
  const waiting = new WaitingPack()
  expect([waiting.isThere, waiting.take()]).toEqual([false, null])
  waiting.wait('/a.shelf')
  expect([waiting.isThere, waiting.take(), waiting.isThere]).toEqual([true, '/a.shelf', false])
})
