import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = resolve(import.meta.dirname, '../docs/decisions')
const files = readdirSync(folder).filter((name) => /^\d/.test(name))

/** Decisions that commits and other pages already name. Their numbers never change. */
const published = [
  'folders-and-layering',
  'pack-format',
  'lunr-behind-search',
  'content-by-url-system-by-bridge',
  'one-page-wherever-it-runs',
  'a-stand-in-for-electron',
  'how-errors-are-said',
  'print-from-the-same-blocks',
  'how-content-is-licensed',
  'decoding-with-valibot',
  'a-compact-index',
  'hits-in-the-page-instead-of-a-popup',
  'charts',
  'dependencies',
  'who-may-open-a-saved-file',
  'the-combobox-is-our-own',
  'answers-above-the-hits',
  'titles-waits-and-what-is-not-kept',
  'ready-for-right-to-left',
  'what-a-key-waits-for',
  'spaces-that-hold',
  'lists-kept-unpacked',
  'two-keys-to-paper',
  'a-long-print-lets-go',
  'what-is-read-later',
]

describe.each(files)('the decision %s', (name) => {
  const number = Number(name.slice(0, 4))
  const [heading = '', ...rest] = readFileSync(join(folder, name), 'utf8').split('\n')
  const status = rest.slice(0, 4).join(' ')

  test('begins with its number, its status and its date', () => {
    expect(name).toMatch(/^\d{4}-[a-z0-9-]+\.md$/)
    expect(heading).toMatch(new RegExp(`^# 0*${number}\\b`))
    expect(status).toMatch(/\bStatus:\W+(?:proposed|accepted|rejected|superseded by \[?\d+)/)
    expect(status).toMatch(/\b20\d\d-[01]\d-[0-3]\d\b/)
  })

  test('has a number of its own', () => {
    expect(files.filter((other) => other.startsWith(name.slice(0, 4)))).toEqual([name])
  })
})

test('published numbers are those they were', () => {
  for (const [at, slug] of published.entries())
    expect(files).toContain(`${String(at + 1).padStart(4, '0')}-${slug}.md`)
})

test('a decision that is superseded names one that is there', () => {
  for (const name of files) {
    const [, by] = /superseded by \[?(\d+)/.exec(readFileSync(join(folder, name), 'utf8')) ?? []
    if (by !== undefined) expect(files.map((other) => Number(other.slice(0, 4)))).toContain(Number(by))
  }
})
