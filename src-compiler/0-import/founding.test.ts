/**
 * The two texts that this product began with. They are other people's, so they are not in the repository: where they lie
 * beside it, what becomes of them is checked by its hash. Samples have the same features.
 */
import { createHash } from 'node:crypto'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { readFolder } from '../1-read/files.ts'
import { importFiles } from '../commands/importfiles.ts'
import { ImportFolder } from '../commands/importfolder.ts'
import { compile } from '../compile.ts'
import * as disk from 'node:fs/promises'

const texts = process.env['FIELDSHELF_FOUNDING'] ?? join(import.meta.dirname, '../../../shared/founding')

it.skipIf(!existsSync(texts))('makes an article and a news item of the founding texts', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'founding-'))
  try {
    const pack = new ImportFolder(folder, {
      kind: null,
      language: null,
      title: null,
      cite: false,
      again: false,
      dryRun: false,
    })
    const files = ['encyclopedia.txt', 'news.txt'].map((name) => join(texts, name))
    await importFiles(files, { encoding: null, format: null, pages: [] }, async ({ file, document }) => {
      await pack.addFile(file, document)
    })
    const hashOf = (path: string): string =>
      createHash('sha256')
        .update(readFileSync(join(folder, path)))
        .digest('hex')
    expect([
      hashOf('encyclopedia/human-trafficking-in-azerbaijan.md'),
      hashOf('news/u-s-appreciates-azerbaijans-efforts-in-combating-trafficking.md'),
    ]).toEqual([
      'b8a7ac356788bb4ab1098283972aa4b69dc7e5653b5048dbdc89c2f7afd9c7c6',
      '8ca9e2c472e54e1d9c257d0d77df3ae6c1c93bbefdddb2f0f6f1e59425efda4c',
    ])
    const { diagnostics } = compile(await readFolder(folder, disk))
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
