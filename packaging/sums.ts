/**
 * Check sums of packages, and their signature. It is an SSH signature: Windows 10, macOS and Linux bring the program that
 * checks it, so there is nothing to install. https://man.openbsd.org/ssh-keygen#Y
 */
import { createHash } from 'node:crypto'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { runTool } from './tools.ts'

/** Names the file of an Ed25519 key without a passphrase, made by `ssh-keygen -t ed25519`. */
export const keyVariable = 'FIELDSHELF_SUMS_KEY'

/** What the signature is for, so that one for another purpose does not count. */
const purpose = 'fieldshelf'

type Sums = {
  /** Folder of the files. */
  readonly out: string
  /** Of the list: `SHA256SUMS`. */
  readonly name: string
  readonly files: readonly string[]
  readonly date: number
}

/** Writes the list and signs it where there is a key. Gives a line for the person. */
export async function writeSums({ out, name, files, date }: Sums): Promise<string> {
  const sums = await Promise.all(
    [...files].sort().map(async (file) => `${sumOf(await readFile(join(out, file)))}  ${file}\n`),
  )
  const list = join(out, name)
  await writeFile(list, sums.join(''))
  // A signature of the list before would be of other files.
  await rm(`${list}.sig`, { force: true })
  const key = process.env[keyVariable] ?? ''
  if (key === '')
    return `${name} is not signed: name the file of a key in ${keyVariable} (docs/publishing.md says how).`
  runTool('ssh-keygen', ['-q', '-Y', 'sign', '-f', key, '-n', purpose, list], { date })
  return `Signed ${name}: ${name}.sig`
}

/** `npm run package -- sums`: one list of everything in the folder, whatever made it. */
export async function writeAllSums(out: string, date: number): Promise<string> {
  const there = await readdir(out, { withFileTypes: true })
  const isList = (name: string): boolean => name.startsWith('SHA256SUMS')
  for (const { name } of there) if (isList(name)) await rm(join(out, name))
  const files = there.filter((entry) => entry.isFile() && !isList(entry.name)).map(({ name }) => name)
  return writeSums({ out, name: 'SHA256SUMS', files, date })
}

const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')
