import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findPackage, noticeOf, noticesFile, packageFolderOf, packagesIn } from './notices.ts'

const root = resolve(import.meta.dirname, '../..')
let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fieldshelf-notices-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function packageWith(name: string, manifest: object, files: Readonly<Record<string, string>> = {}): string {
  const at = join(folder, name)
  mkdirSync(at, { recursive: true })
  writeFileSync(join(at, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }))
  for (const [file, text] of Object.entries(files)) writeFileSync(join(at, file), text)
  return at
}

describe('the packages of an output', () => {
  test.each([
    ['/home/a/node_modules/lunr/lunr.js', '/home/a/node_modules/lunr'],
    ['/home/a/node_modules/@fontsource/andika/files/x.woff2', '/home/a/node_modules/@fontsource/andika'],
    ['/home/a/node_modules/one/node_modules/two/i.js', '/home/a/node_modules/one/node_modules/two'],
    ['C:\\a\\node_modules\\lunr\\lunr.js', 'C:/a/node_modules/lunr'],
    ['/home/a/node_modules/lunr/lunr.js?worker&url', '/home/a/node_modules/lunr'],
    ['/home/a/src-main/main.ts', null],
    ['\0rolldown/runtime.js', null],
  ])('%s is in %s', (file, expected) => {
    expect(packageFolderOf(file)).toBe(expected)
  })

  test('come from scripts and from copied files, whose names are relative to the build', () => {
    const outputs = [
      { type: 'chunk', moduleIds: ['/p/node_modules/lunr/lunr.js', '/p/src/main.ts'] },
      { type: 'asset', originalFileNames: ['../node_modules/@fontsource/andika/files/a.woff2'] },
      { type: 'asset', originalFileNames: ['icon.svg'] },
    ] as const
    expect([...packagesIn(outputs, '/p/src-renderer')]).toEqual([
      '/p/node_modules/lunr',
      '/p/node_modules/@fontsource/andika',
    ])
  })
})

describe('a notice', () => {
  test.each(['lunr', 'lunr-languages', 'pdfjs-dist', 'pako', 'tslib', '@fontsource/andika'])(
    'of %s has its licence in full',
    (name) => {
      const notice = noticeOf(findPackage(name, root))
      expect(notice.name).toBe(name)
      expect(notice.address).toMatch(/^https:\/\//)
      expect(notice.text.length).toBeGreaterThan(600)
    },
  )

  test('of pako holds both licences that apply', () => {
    const { licence, text } = noticeOf(findPackage('pako', root))
    expect(licence).toBe('(MIT AND Zlib)')
    expect(text).toContain('Permission is hereby granted, free of charge')
    expect(text).toContain("provided 'as-is'")
  })

  test('takes the standard text where the package has none', () => {
    const at = packageWith('bare', { license: 'ISC', repository: 'someone/bare' })
    expect(noticeOf(at)).toMatchObject({
      licence: 'ISC',
      address: 'https://github.com/someone/bare',
      text: expect.stringMatching(/Permission to use, copy, modify/),
    })
  })

  test('adds the standard text where the package only points to it', () => {
    const at = packageWith('pointing', { license: 'Apache-2.0' }, { LICENSE: 'See the Apache licence.' })
    expect(noticeOf(at).text).toMatch(/^See the Apache licence\.\n\n[\s\S]*TERMS AND CONDITIONS FOR USE/)
  })

  test('holds the NOTICE file of a package, which Apache 2.0 asks for', () => {
    const at = packageWith('noticed', { license: 'MIT' }, { LICENSE: 'x', NOTICE: 'By A. Author' })
    expect(noticeOf(at).text).toContain('By A. Author')
  })

  test.each(['GPL-3.0-only', '', 'SEE LICENSE IN x'])(
    'is refused for the licence “%s”, with a remedy',
    (license) => {
      expect(() => noticeOf(packageWith('strange', { license }))).toThrow(
        /not an accepted licence\. Use another/,
      )
    },
  )
})

test('the file has each package once, in order, and a shared text once', () => {
  const text = { LICENSE: 'Permission is hereby granted, free of charge' }
  const two = packageWith('two', { license: 'MIT' }, text)
  const one = packageWith('one', { license: 'MIT' }, text)
  const { texts, packages } = noticesFile([two, one, two])
  expect(texts).toEqual([text.LICENSE])
  expect(packages.map((each) => [each.name, each.text])).toEqual([
    ['one', 0],
    ['two', 0],
  ])
})
