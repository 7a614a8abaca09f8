/** `shelf sign`: a second person's signature on a pack file. */
import { readFile } from 'node:fs/promises'
import { encodeSignatures, mostSignatures, signedMessage } from '../../src-library/format/packfile.ts'
import { toHex } from '../../src-library/format/publickey.ts'
import { failure, success } from '../../src-library/model/outcome.ts'
import { checkNumber } from '../../src-packs/checknumber.ts'
import { publicKeyOf, sign } from '../../src-packs/ed25519.ts'
import { command, wrongUsage } from './command.ts'
import { openKey } from './keys.ts'
import { withPackFile, writeWhole } from './packfiles.ts'

const help = `Usage: shelf sign <pack file> --key <key file> [--out <file>] [--passphrase-file <file>]

Checks a pack file and adds a signature. The signatures that are there stay.

  --key <key file>           the key of the second person
  --out <file>               write another file and leave this one as it is
  --passphrase-file <file>   the passphrase is the file’s first line; without it you are asked
  -h, --help                 print this

Exit code: 0 signed, 1 refused, 2 wrong usage.
`

export const run = command(
  {
    help,
    options: { key: { type: 'string' }, out: { type: 'string' }, 'passphrase-file': { type: 'string' } },
    needs: ['pack file'],
  },
  async ([path = ''], options) => {
    const { key: keyPath, out } = options
    if (typeof keyPath !== 'string') return wrongUsage('Say which key: --key <key file>.')
    const key = await openKey(keyPath, options['passphrase-file'])
    if (!key.ok) return key
    const { name, seed } = key.value
    const publicKey = publicKeyOf(seed)

    const signed = await withPackFile(path, async ({ signatures, signedBytes }) => {
      if (signatures.some((one) => toHex(one.key) === toHex(publicKey)))
        return failure(`${name} has signed ${path} already.\n`)
      if (signatures.length === mostSignatures)
        return failure(`${path} has ${mostSignatures} signatures, which is the most a pack file holds.\n`)
      const own = { key: publicKey, signature: sign(seed, signedMessage(signedBytes)) }
      const all = await readFile(path)
      const before = signedBytes.length + encodeSignatures(signatures).length
      return success(
        Buffer.concat([signedBytes, encodeSignatures([...signatures, own]), all.subarray(before)]),
      )
    })
    if (!signed.ok) return signed
    const target = typeof out === 'string' ? out : path
    const written = await writeWhole(target, signed.value)
    return written.ok
      ? success(`Signed ${target} as ${name}, check number ${checkNumber(publicKey)}.\n`)
      : written
  },
)
