/** `shelf stick`: compiled packs -> a folder that opens by double click, without the app. */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { assertNever } from '../../src-library/model/never.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import { libraryOnStick, type SoundPack } from '../stick/stick.ts'
import { writeStick } from '../stick/writestick.ts'
import { command, wrongUsage } from './command.ts'
import { sentenceOf } from './folders.ts'
import { isPackFileName } from './packfiles.ts'
import { openSound } from './sound.ts'

/** Where the build leaves the page of the USB edition. */
const builtPage = resolve(import.meta.dirname, '../../out/stick')

const help = `Usage: shelf stick <compiled pack or pack file …> --out <folder>

Makes the USB edition: a folder with Fieldshelf.html, which opens by double click
in Chrome, Edge and Firefox. Nothing is installed, and no network is needed.
Pack files are also laid beside it, for people who have the app.

  --out <folder>   the stick, or any folder; a USB edition in it is replaced,
                   and other files stay
  -h, --help       print this

Exit code: 0 made, 1 refused, 2 wrong usage.
`

export const run = command(
  { help, options: { out: { type: 'string' } }, needs: ['compiled pack or pack file'], more: true },
  async (paths, { out }) => {
    if (typeof out !== 'string' || out === '') return wrongUsage('Say where: --out <folder>.')
    if (!existsSync(resolve(builtPage, 'Fieldshelf.html')))
      return failure('The page of the USB edition is not built yet. Run `npm run build`, then try again.\n')
    const packs = await openAll(paths)
    if (!packs.ok) return packs
    try {
      const written = await writeStick(
        { page: builtPage, data: libraryOnStick(packs.value), packFiles: paths.filter(isPackFileName) },
        out,
      )
      if (written.ok)
        return success(
          `Made the USB edition: ${written.value} files, in ${out}. Open Fieldshelf.html there.\n`,
        )
      switch (written.failure.kind) {
        case 'in-the-way':
          return failure(
            `${out} has “${written.failure.name}”, which is of no USB edition. Choose another folder, or move it away.\n`,
          )
        default:
          return assertNever(written.failure.kind)
      }
    } catch (error) {
      return failure(`${sentenceOf(error, out)}\n`)
    }
  },
)

async function openAll(paths: readonly string[]): Promise<Outcome<readonly SoundPack[], string>> {
  const packs: SoundPack[] = []
  for (const path of paths) {
    const pack = await openSound(path)
    if (!pack.ok) return pack
    const { id } = pack.value.manifest
    if (packs.some(({ manifest }) => manifest.id === id))
      return failure(`${path} is the pack ${id}, which was named before. Name one edition of it.\n`)
    packs.push(pack.value)
  }
  return success(packs)
}
