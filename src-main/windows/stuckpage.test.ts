import { describe, expect, it } from 'vitest'
import { coverMayTake, StuckPage } from './stuckpage.ts'

const press = (key: string, more: object = {}) => ({
  key,
  repeat: false,
  ctrlKey: false,
  altKey: false,
  metaKey: false,
  ...more,
})

function pageOf(offered = true) {
  const seen = { minimised: 0, waits: [] as number[] }
  const waiting: (() => void)[] = []
  const page = new StuckPage({
    offered: () => offered,
    minimise: () => (seen.minimised += 1),
    later: (act, milliseconds) => {
      seen.waits.push(milliseconds)
      waiting.push(act)
    },
  })
  const shift = (times: number): void => {
    for (let at = 0; at < times; at++) page.press(press('Shift'), at * 100)
  }
  return { page, seen, shift, pass: () => waiting.splice(0).forEach((act) => act()) }
}

describe('Hide screen by its keys', () => {
  it('minimises the window of a page that covers nothing in time', () => {
    const { seen, shift, pass } = pageOf()
    shift(3)
    expect(seen).toEqual({ minimised: 0, waits: [coverMayTake] })
    pass()
    expect(seen.minimised).toBe(1)
  })

  it('leaves the window of a page that covers itself', () => {
    const { page, seen, shift, pass } = pageOf()
    shift(3)
    page.covered(true)
    pass()
    expect(seen.minimised).toBe(0)
    shift(3)
    expect(seen.waits).toEqual([coverMayTake])
  })

  it('counts again when the page is shown again', () => {
    const { page, seen, shift, pass } = pageOf()
    page.covered(true)
    page.covered(false)
    shift(3)
    pass()
    expect(seen.minimised).toBe(1)
  })

  it.each([
    ['two presses', [press('Shift'), press('Shift')]],
    ['a key between', [press('Shift'), press('Shift'), press('a'), press('Shift')]],
    ['a held Shift', [press('Shift'), ...Array.from({ length: 9 }, () => press('Shift', { repeat: true }))]],
    ['Shift with Ctrl', Array.from({ length: 3 }, () => press('Shift', { ctrlKey: true }))],
  ])('does nothing at %s', (_what, presses) => {
    const { page, seen } = pageOf()
    presses.forEach((each, at) => page.press(each, at * 100))
    expect(seen.waits).toEqual([])
  })

  it('does nothing if the reader has switched it off, or if the presses are far apart', () => {
    const off = pageOf(false)
    off.shift(3)
    const slow = pageOf()
    for (const now of [0, 3000, 6000]) slow.page.press(press('Shift'), now)
    expect([off.seen.waits, slow.seen.waits]).toEqual([[], []])
  })
})
