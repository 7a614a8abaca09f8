/** Compiling a pack in work: to say what is wrong with it, and to show it in the library. */
import { randomBytes } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { OwnFailure, OwnPack, OwnProblem } from '../../src-bridge/own.ts'
import type { Damage } from '../../src-library/format/library.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { ownMode } from '../userdata/replace.ts'
import { openPack, type Pack } from '../library/pack.ts'
import { fail, failureOfWriting } from './failures.ts'
import type { OwnSource, OwnFolder } from './folder.ts'
import { compiledIn, settingsPath, sourcesPath } from './layout.ts'
import type { SourceContents } from './sourcefolder.ts'
import { compileLimits, compileTask } from './tasks.ts'
import { runOnFiles, type Door } from './worker.ts'

/** Settings of a whole pack, which part of one can't keep: they name its articles. */
const ofWhole = ['contents', 'help', 'desk', 'sets', 'moved']

/**
 * The files of some documents, or of all, for the compiler. Figures that no document names are left out. The id is the
 * folder's, whatever a person wrote.
 */
export async function filesFor(
  folder: OwnFolder,
  seen: SourceContents,
  documents: readonly OwnSource[] | 'all',
): Promise<ReadonlyMap<string, Uint8Array>> {
  const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
  const chosen = documents === 'all' ? seen.documents : documents.map(({ source }) => source)
  const settings = Object.entries(seen.settings).filter(
    ([key, value]) => value !== null && value !== '' && (documents === 'all' || !ofWhole.includes(key)),
  )
  const files = new Map<string, Uint8Array>([
    [settingsPath, encode(JSON.stringify({ ...Object.fromEntries(settings), id: folder.id }, null, 2))],
  ])
  if (seen.sources !== '') files.set(sourcesPath, encode(seen.sources))
  for (const { path, markdown } of chosen) files.set(path, encode(markdown))
  for (const path of await folder.source.figures()) {
    if (!chosen.some(({ markdown }) => markdown.includes(path))) continue
    const bytes = await folder.source.figure(path)
    if (bytes) files.set(path, bytes)
  }
  return files
}

/** A compiled pack, and the state of the Markdown that it was compiled of. */
export type CompiledOwn = {
  readonly seen: SourceContents
  readonly problems: readonly OwnProblem[]
  /** Null where there is an error, or where they were not asked for. */
  readonly files: ReadonlyMap<string, Uint8Array> | null
}

/** Compiles the whole pack in a process of its own. It may take a minute: meanwhile documents can be edited. */
export async function compileWhole(
  folder: OwnFolder,
  door: Door,
  isShown: boolean,
): Promise<Outcome<CompiledOwn, OwnFailure>> {
  const contents = await folder.source.look()
  if (!contents) return fail('damaged')
  const files = await filesFor(folder, contents, 'all')
  const compiled = await runOnFiles(door, compileTask, files, { isShown }, compileLimits)
  // It takes longer or more memory than a pack may.
  return compiled.ok ? success({ seen: contents, ...compiled.value }) : fail('too-many')
}

/** Puts it beside the one that is shown. Writing `work.json` exchanges them. */
export async function showCompiled(
  folder: OwnFolder,
  { seen, files }: CompiledOwn,
): Promise<Outcome<OwnPack, OwnFailure>> {
  if (!files) return fail('errors')
  const name = randomBytes(6).toString('hex')
  const target = join(compiledIn(folder.path), name)
  try {
    for (const [path, bytes] of files) await writeNew(folder, join(target, path), bytes)
  } catch (error) {
    await folder.files.rm(target, { recursive: true, force: true }).catch(() => undefined)
    return failure(failureOfWriting(error))
  }
  const written = await folder.setWork({
    ...(await folder.work()),
    shown: { state: seen.state, folder: name },
  })
  if (!written.ok) {
    await folder.files.rm(target, { recursive: true, force: true }).catch(() => undefined)
    return written
  }
  return folder.read()
}

/** Without forcing it to the disk: the manifest tells a file that a power cut left, and the pack is saved again. */
async function writeNew({ files }: OwnFolder, path: string, bytes: Uint8Array): Promise<void> {
  await files.mkdir(dirname(path), { recursive: true, mode: 0o700 })
  const handle = await files.open(path, 'wx', ownMode)
  try {
    await handle.writeFile(bytes)
  } finally {
    await handle.close()
  }
}

/** Takes away what was compiled and is not shown any more, and what was being written when the app ended. */
export async function tidy(folder: OwnFolder): Promise<void> {
  const { shown } = await folder.work()
  const names = await folder.files.readdir(compiledIn(folder.path)).catch(() => [])
  for (const name of names)
    if (name !== shown?.folder)
      await folder.files
        .rm(join(compiledIn(folder.path), name), { recursive: true, force: true })
        .catch(() => undefined)
}

/** The compiled pack, for the library; null where it was never saved. */
export async function shownPack(
  folder: OwnFolder,
): Promise<{ readonly path: string; readonly pack: Outcome<Pack, Damage> } | null> {
  const { shown } = await folder.work()
  if (!shown) return null
  const path = join(compiledIn(folder.path), shown.folder)
  const contents = await folder.source.look()
  const pack = await openPack(path)
  // The listing wants a name.
  const publisher =
    [contents?.settings.publisher, contents?.settings.title, folder.id].find((name) => name) ?? ''
  if (pack.ok && pack.value.id !== folder.id) return { path, pack: failure('bad-manifest') }
  return { path, pack: pack.ok ? success({ ...pack.value, own: { publisher } }) : pack }
}
