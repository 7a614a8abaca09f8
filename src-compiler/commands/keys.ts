/** Key files on the disk, and the passphrase that opens one. */
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Writable } from 'node:stream'
import { assertNever } from '../../src-library/model/never.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Seed } from '../../src-packs/ed25519.ts'
import { decodeKeyFile, unlockKey, type KeyFile, type KeyFileFailure } from '../../src-packs/keyfile.ts'
import { sentenceOf } from './folders.ts'

/** The failure is a sentence. */
export async function readKeyFile(path: string): Promise<Outcome<KeyFile, string>> {
  try {
    const key = decodeKeyFile(await readFile(path, 'utf8'))
    return key.ok ? key : failure(sayKeyFailure(path, key.failure))
  } catch (error) {
    return failure(`${sentenceOf(error, path)}\n`)
  }
}

export type OpenKey = { readonly name: string; readonly seed: Seed }

/** Asks for the passphrase, or reads it from a file. The failure is a sentence. */
export async function openKey(path: string, passphraseFile: unknown): Promise<Outcome<OpenKey, string>> {
  const key = await readKeyFile(path)
  if (!key.ok) return key
  const passphrase = await readPassphrase(passphraseFile, `Passphrase of ${key.value.name}: `)
  if (!passphrase.ok) return passphrase
  const seed = await unlockKey(key.value, passphrase.value)
  if (!seed.ok) return failure(sayKeyFailure(path, seed.failure))
  return success({ name: key.value.name, seed: seed.value })
}

/** The first line of a file, or of hidden typing. The failure is a sentence. */
export async function readPassphrase(file: unknown, question: string): Promise<Outcome<string, string>> {
  if (typeof file === 'string') {
    try {
      return success((await readFile(file, 'utf8')).split(/\r?\n/)[0] ?? '')
    } catch (error) {
      return failure(`${sentenceOf(error, file)}\n`)
    }
  }
  if (!process.stdin.isTTY)
    return failure('There is no keyboard to ask for the passphrase: give --passphrase-file <file>.\n')
  process.stderr.write(question)
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() })
  const reader = createInterface({ input: process.stdin, output: silent, terminal: true })
  try {
    return success(await reader.question(''))
  } finally {
    reader.close()
    process.stderr.write('\n')
  }
}

function sayKeyFailure(path: string, why: KeyFileFailure): string {
  switch (why) {
    case 'not-a-key-file':
      return `${path} is no key file of Fieldshelf.\n`
    case 'damaged-key-file':
      return `${path} is a damaged key file. Take the copy from your safe.\n`
    case 'wrong-passphrase':
      return `The passphrase does not open ${path}. There is no other way in: a lost passphrase is a lost key.\n`
    default:
      return assertNever(why)
  }
}
