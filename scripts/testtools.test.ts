import { expect, test } from 'vitest'
import { leftOut } from './testtools.mjs'

test('the long tests say what they leave out, and what to install for it', () => {
  expect(leftOut(() => true)).toEqual([])
  expect(leftOut((program) => !program.startsWith('firefox'))).toEqual([
    'Left out: the USB edition in Firefox. It needs: apt install firefox-esr.',
  ])
  expect(leftOut((program) => program !== 'java')).toEqual([
    'Left out: epubcheck on the exported book. It needs: apt install epubcheck.',
  ])
})

test('either Firefox will do', () => {
  expect(leftOut((program) => program !== 'firefox-esr')).toEqual([])
})
