// The same way on a screen: every other spec runs the stand-in without one.
import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import type { Readable } from 'node:stream'
import { expect, test } from './app.ts'
import { tour, whatAReaderSees } from './tour.ts'

test('on a display, the app opens a window, finds, prints and quits', async ({}) => {
  test.skip(spawnSync('Xvfb', ['-help']).error !== undefined, 'Xvfb is not installed.')
  // It chooses a free number itself, and says it on the descriptor that it is given.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1366x768x24'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = (await once(server.stdio[3] as Readable, 'data')) as [Buffer]
  try {
    expect(tour([], `:${number.toString().trim()}`)).toEqual({ saw: whatAReaderSees, code: 0 })
  } finally {
    server.kill()
  }
})
