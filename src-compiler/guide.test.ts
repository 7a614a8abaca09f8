import * as disk from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readFolder } from './1-read/files.ts'
import { compile } from './compile.ts'
import { renderDiagnostics } from './render.ts'

test('the guide for coordinators is a pack without a fault', async () => {
  const guide = join(import.meta.dirname, '../docs/guide')
  const { compiled, diagnostics } = compile(await readFolder(guide, disk))
  const faults = diagnostics.filter(({ severity }) => severity !== 'info')
  expect(renderDiagnostics(faults)).toBe('')
  expect(compiled?.articles.map(({ id }) => id).sort()).toEqual([
    'coordinators',
    'coordinators.az',
    'coordinators.ru',
  ])
})
