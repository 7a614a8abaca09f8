/**
 * The publisher's key that signs packs of own documents. It stays in its file, encrypted, where its owner keeps it; main
 * holds what the file says until the app ends, and never the passphrase.
 */
import { join, resolve, sep } from 'node:path'
import type { SigningFailure, SigningFailureKind, SigningKey } from '../../src-bridge/signing.ts'
import { toHex } from '../../src-library/format/publickey.ts'
import { isName } from '../../src-library/format/scalars.ts'
import { hasUnwanted } from '../../src-library/model/controlcharacters.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { checkNumber } from '../../src-packs/checknumber.ts'
import { newSeed, type Seed } from '../../src-packs/ed25519.ts'
import {
  decodeKeyFile,
  encodeKeyFile,
  isLongEnough,
  keyFileExtension,
  lockKey,
  unlockKey,
  type KeyFile,
} from '../../src-packs/keyfile.ts'
import { codeOf, ownMode, placeFile, reasonOf, type Files } from '../userdata/replace.ts'

/** Bytes of a key file: far more than any has. */
const longestKeyFile = 64 * 1024

export const signingFailure = (kind: SigningFailureKind): Outcome<never, SigningFailure> => failure({ kind })

export class PublisherKey {
  readonly #files: Files
  readonly #userData: string
  #held: { readonly key: KeyFile; readonly path: string } | null = null

  constructor(userData: string, files: Files) {
    this.#userData = userData
    this.#files = files
  }

  /** Null until one was chosen or made. */
  get publicKey(): Uint8Array | null {
    return this.#held?.key.publicKey ?? null
  }

  get name(): string {
    return this.#held?.key.name ?? ''
  }

  /** A key file that is there. */
  async take(path: string): Promise<Outcome<SigningKey, SigningFailure>> {
    let text: string
    try {
      const found = await this.#files.stat(path)
      if (!found.isFile() || found.size > longestKeyFile) return signingFailure('not-a-key')
      text = (await this.#files.readFile(path)).toString('utf8')
    } catch {
      return signingFailure('key-gone')
    }
    const read = decodeKeyFile(text)
    if (!read.ok) return signingFailure(read.failure === 'damaged-key-file' ? 'key-damaged' : 'not-a-key')
    return success(this.#hold(read.value, path))
  }

  /** A new one. `choose` asks where its file goes: after everything that could be wrong before that was looked at. */
  async make(
    name: string,
    passphrase: string,
    choose: () => Promise<string | null>,
  ): Promise<Outcome<SigningKey, SigningFailure>> {
    const own = name.trim()
    if (!isName(own) || hasUnwanted(own)) return signingFailure('name')
    if (!isLongEnough(passphrase)) return signingFailure('short-passphrase')
    const chosen = await choose()
    if (chosen === null) return signingFailure('cancelled')
    const path = withEnding(chosen, keyFileExtension)
    const seed = newSeed()
    const key = await lockKey(own, seed, passphrase)
    seed.fill(0)
    const written = await this.write(path, Buffer.from(encodeKeyFile(key), 'utf8'), ownMode)
    return written.ok ? success(this.#hold(key, path)) : written
  }

  /** Hands the secret half to `use` and overwrites it after that. */
  async unlocked<Result>(
    passphrase: string,
    use: (seed: Seed) => Result,
  ): Promise<Outcome<Result, SigningFailure>> {
    if (!this.#held) return signingFailure('no-key')
    const seed = await unlockKey(this.#held.key, passphrase)
    if (!seed.ok) return signingFailure('wrong-passphrase')
    try {
      return success(use(seed.value))
    } finally {
      seed.value.fill(0)
    }
  }

  /** A new file where the reader said. Nothing is replaced, and nothing lies in the folder that goes with the app. */
  async write(path: string, bytes: Uint8Array, mode: number): Promise<Outcome<null, SigningFailure>> {
    if (resolve(path).startsWith(join(resolve(this.#userData), sep))) return signingFailure('own-folder')
    try {
      const isTaken = await this.#files.lstat(path).then(
        () => true,
        (error: unknown) => {
          if (codeOf(error) === 'ENOENT') return false
          throw error
        },
      )
      if (isTaken) return signingFailure('name-taken')
      await placeFile(this.#files, path, bytes, false, mode)
      return success(null)
    } catch (error) {
      return signingFailure(kindOf(error))
    }
  }

  #hold(key: KeyFile, path: string): SigningKey {
    this.#held = { key, path }
    return {
      name: key.name,
      checkNumber: checkNumber(key.publicKey),
      publicKey: toHex(key.publicKey),
      file: path,
    }
  }
}

/** A dialog may give a name without an ending. */
export const withEnding = (path: string, ending: string): string =>
  path.toLowerCase().endsWith(ending) ? path : `${path}${ending}`

function kindOf(error: unknown): SigningFailureKind {
  const reason = reasonOf(error)
  if (reason !== 'unknown') return reason
  // Answers of different systems for a stick that was pulled out.
  const isGone = ['ENOENT', 'ENODEV', 'ENXIO', 'ENOTDIR', 'EIO'].includes(codeOf(error) ?? '')
  return isGone ? 'gone' : 'not-written'
}
