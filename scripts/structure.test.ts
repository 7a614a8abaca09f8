/** Which files may name which others: rules that neither the compiler nor the linter sees. */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { ESLint } from 'eslint'
import { circlesIn, importGraph, reachedFrom, type ImportGraph } from './importgraph.ts'
import { isTestMaterial } from './testmaterial.ts'

const root = join(import.meta.dirname, '..')
const products = readdirSync(root).filter((name) => name.startsWith('src-'))
const graph = importGraph(root, [...products, 'e2e', 'scripts', 'electron.vite.config.ts'])
const production: ImportGraph = new Map([...graph].filter(([file]) => !isTestMaterial(`/${file}`)))

/** Where the app, its tools and its builds begin. */
const entries = [
  'src-main/main.ts',
  'src-main/browser-host.ts',
  'src-bridge/preload.ts',
  'src-renderer/index.html',
  'src-renderer/print.html',
  // The page of the USB edition: scripts/stick/build.ts names them from the root.
  'src-renderer/stick/Fieldshelf.html',
  'src-renderer/stick/print.html',
  'src-renderer/stick/notopened.css',
  'src-renderer/stick/window.ts',
  'src-renderer/stick/print.ts',
  'src-renderer/stick/nopdfpages.ts',
  // The search page of an exported site: scripts/site/build.ts names it from the root.
  'src-renderer/site/page.ts',
  'src-compiler/stick/datafile.ts',
  'src-compiler/cli.ts',
  'src-standin/vite.config.ts',
  'src-standin/api.ts',
  'src-standin/executable.ts',
  'src-standin/chromium.ts',
  'electron.vite.config.ts',
  // electron.vite.config.ts names it from the root.
  'src-main/own/isolated/process.ts',
  // Doors of src-isolated: programs that read hostile bytes begin with them.
  'src-isolated/isolated.ts',
  'src-isolated/childprocess.ts',
  'src-isolated/serve.ts',
  // Where an address of an earlier edition leads.
  'src-library/model/moved.ts',
]

test('every production file is used by the app, a tool or a build', () => {
  const used = reachedFrom(entries, production)
  const unused = [...production.keys()].filter(
    (file) => file.startsWith('src-') && !used.has(file) && !file.endsWith('.d.ts'),
  )
  expect(unused).toEqual([])
})

test('no files import each other in a circle, but for blocks that hold blocks', () => {
  const isTree = (circle: readonly string[]) =>
    circle.every((file) => file.startsWith('src-renderer/blocks/'))
  expect(circlesIn(graph).filter((circle) => !isTree(circle))).toEqual([])
})

test('no product imports or starts anything under e2e/', () => {
  const products = [...production].filter(([file]) => file.startsWith('src-'))
  const importing = products.filter(([, named]) => named.some((name) => name.startsWith('e2e/')))
  expect(importing).toEqual([])
  // A path from the root, or one that is joined of its parts.
  const naming = products.filter(([file]) =>
    /(['"`])e2e(?:\/|\1)/.test(readFileSync(join(root, file), 'utf8')),
  )
  expect(naming.map(([file]) => file)).toEqual([])
})

test('no product names test material', () => {
  const naming = [...production].filter(
    ([file, named]) => file.startsWith('src-') && named.some((name) => isTestMaterial(`/${name}`)),
  )
  expect(naming).toEqual([])
})

describe('the import graph', () => {
  test('finds circles of any length, and none in a tree', () => {
    const of = (edges: Record<string, readonly string[]>): ImportGraph => new Map(Object.entries(edges))
    expect(circlesIn(of({ a: ['b', 'c'], b: ['c'], c: [] }))).toEqual([])
    expect(circlesIn(of({ a: ['b'], b: ['c'], c: ['a'], d: ['a'] }))).toEqual([['a', 'b', 'c']])
  })

  test('sees components, dynamic imports, workers and scripts started by path', () => {
    expect(graph.get('src-renderer/later.ts')).toContain('src-renderer/reading/ReadingPlace.svelte')
    expect(graph.get('src-renderer/main.ts')).toContain('src-renderer/engine/worker.ts')
    expect(graph.get('src-compiler/commands/print.ts')).toContain('src-standin/printing/shelfprint.ts')
  })
})

describe('the linter refuses', () => {
  const refused = async (file: string, code: string): Promise<readonly string[]> => {
    const [result] = await new ESLint({ cwd: root }).lintText(code, { filePath: join(root, file) })
    return result?.messages.map(({ ruleId }) => ruleId ?? '') ?? []
  }
  const inComponent = (from: string) => `<script lang="ts">import X from '${from}'</script><X />`

  test('an activity that imports another, in a component too', async () => {
    expect(
      await refused('src-renderer/reading/X.svelte', inComponent('../printing/preview/PrintPlace.svelte')),
    ).toEqual(['no-restricted-imports'])
    expect(
      await refused('src-renderer/reading/beside/x.ts', "export { a } from '../../printlist/a.ts'"),
    ).toEqual(['no-restricted-imports'])
    expect(await refused('src-renderer/reading/X.svelte', inComponent('../window/Icon.svelte'))).toEqual([])
  })

  test('a shared room that imports an activity, or a room above it', async () => {
    expect(
      await refused('src-renderer/blocks/X.svelte', inComponent('../reading/SectionView.svelte')),
    ).toEqual(['no-restricted-imports'])
    expect(await refused('src-renderer/state/x.ts', "export { a } from '../window/shell.ts'")).toEqual([
      'no-restricted-imports',
    ])
  })

  test('the compiler in main, but for the processes that work on own documents', async () => {
    const code = "export { compile } from '../../src-compiler/compile.ts'"
    expect(await refused('src-main/own/x.ts', code)).toEqual(['no-restricted-imports'])
    expect(await refused('src-main/own/isolated/x.ts', code.replace('../../', '../../../'))).toEqual([])
  })
})
