/** `shelf open`: a pack file -> the folder of a compiled pack. */
import * as disk from 'node:fs/promises'
import { failure, success } from '../../src-library/model/outcome.ts'
import { writePack } from '../4-emit/write.ts'
import { command, wrongUsage } from './command.ts'
import { sentenceOf } from './folders.ts'
import { filesOf, withPackFile } from './packfiles.ts'

const help = `Usage: shelf open <pack file> --out <folder>

Checks a pack file and writes its files into a folder.

  --out <folder>   a new folder, an empty one, or a compiled pack that is replaced
  -h, --help       print this

Exit code: 0 opened, 1 refused, 2 wrong usage.
`

export const run = command(
  { help, options: { out: { type: 'string' } }, needs: ['pack file'] },
  async ([path = ''], { out }) => {
    if (typeof out !== 'string' || out === '') return wrongUsage('Say where: --out <folder>.')
    const files = await withPackFile(path, (pack) => filesOf(pack))
    if (!files.ok) return files
    try {
      const written = await writePack(files.value, out, disk)
      return written.ok
        ? success(`Opened ${path}: ${files.value.size} files, in ${out}.\n`)
        : failure(`${out} holds ${written.failure.path}, which is no part of a pack. Choose a new folder.\n`)
    } catch (error) {
      return failure(`${sentenceOf(error, out)}\n`)
    }
  },
)
