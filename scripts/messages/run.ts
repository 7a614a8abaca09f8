/**
 * `npm run messages -- export [FOLDER]` writes a table for each language; `npm run messages -- import FILE …` puts
 * changed tables back into the catalogues. See docs/messages.md.
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { interfaceLanguages, type InterfaceLanguage } from '../../src-bridge/settings.ts'
import { format, resolveConfig } from 'prettier'
import { exportTable, importTable, type Catalogue } from './table.ts'

const root = resolve(import.meta.dirname, '../..')
const folders = ['src-main/messages', 'src-renderer/messages']

const usage = `Usage: npm run messages -- export [folder]
       npm run messages -- import <table.csv> …

  export  writes en.csv, az.csv and ru.csv into out/messages, or another folder
  import  puts the changed texts of a table into the catalogues; all or nothing
`

/** The catalogues of a language, in the same order for each: `az.ts` and `az-printing.ts` are Azerbaijani. */
function cataloguesOf(language: InterfaceLanguage): Catalogue[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder))
      .filter((name) => new RegExp(`^${language}(?:-[a-z]+)?\\.ts$`).test(name))
      .sort()
      .map((name) => ({ file: `${folder}/${name}`, source: readFileSync(join(root, folder, name), 'utf8') })),
  )
}

function exportAll(folder: string): number {
  mkdirSync(folder, { recursive: true })
  const english = cataloguesOf('en')
  for (const language of interfaceLanguages) {
    const file = join(folder, `${language}.csv`)
    writeFileSync(file, exportTable(cataloguesOf(language), english))
    console.log(`Wrote ${file}.`)
  }
  return 0
}

async function importOne(file: string): Promise<boolean> {
  const language = interfaceLanguages.find((one) => basename(file).startsWith(one))
  if (language === undefined) {
    console.error(`${file}: the name must begin with a language: ${interfaceLanguages.join(', ')}.`)
    return false
  }
  const catalogues = cataloguesOf(language)
  const imported = importTable(readFileSync(file, 'utf8'), catalogues)
  if (!imported.ok) {
    console.error(`${file}: nothing was changed.\n${imported.failure.join('\n')}`)
    return false
  }
  for (const [at, { file: name, source }] of imported.value.catalogues.entries()) {
    if (source === catalogues[at]?.source) continue
    const path = join(root, name)
    writeFileSync(path, await format(source, { ...(await resolveConfig(path)), filepath: path }))
  }
  for (const { message, from, to } of imported.value.changes)
    console.log(`${message}\n  - ${from}\n  + ${to}`)
  console.log(`${file}: ${imported.value.changes.length} texts changed.`)
  return true
}

const [command, ...rest] = process.argv.slice(2)
if (command === 'export') process.exitCode = exportAll(resolve(rest[0] ?? join(root, 'out/messages')))
else if (command === 'import' && rest.length > 0) {
  const results: boolean[] = []
  for (const file of rest) results.push(await importOne(file))
  process.exitCode = results.every(Boolean) ? 0 : 1
} else {
  console.error(usage)
  process.exitCode = command === '--help' ? 0 : 2
}
