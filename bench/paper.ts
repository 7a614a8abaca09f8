/** `npm run bench -- paper`: the cost of a print, beside the same HTML printed as one bare page. */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { promisify } from 'node:util'
import type { PaperUse } from './paperprocess.ts'

export type PaperMeasured = {
  readonly document: string
  readonly ours: PaperUse
  readonly bare: PaperUse
}

/** Names of golden documents (`e2e/paper/golden.ts`). */
const documents = ['section', 'article', 'dossier-of-12', 'dossier-of-200'] as const

/** Printed by the shell's command as well, as authors and checks do. */
const withoutApp: (typeof documents)[number] = 'dossier-of-200'

const run = promisify(execFile)

/** Each document so often in each way, in turn; of each, the run of median time. */
export async function measurePaper(times: number): Promise<readonly PaperMeasured[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-bench-'))
  try {
    const measured: PaperMeasured[] = []
    for (const document of documents) {
      const ours: PaperUse[] = []
      const bare: PaperUse[] = []
      for (let time = 0; time < times; time++) {
        ours.push(await one('ours', document, folder))
        bare.push(await one('bare', document, folder))
      }
      measured.push({ document, ours: median(ours), bare: median(bare) })
      if (document === withoutApp) {
        const shelf: PaperUse[] = []
        for (let time = 0; time < times; time++) shelf.push(await one('shelf', document, folder))
        measured.push({
          document: `${document}, by \`shelf print\``,
          ours: median(shelf),
          bare: median(bare),
        })
      }
      process.stdout.write(`${document}: ${measured.at(-1)?.ours.seconds.toFixed(1)} s\n`)
    }
    return measured
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function one(way: 'ours' | 'shelf' | 'bare', document: string, folder: string): Promise<PaperUse> {
  const script = resolve(import.meta.dirname, 'paperprocess.ts')
  const given = ['--import', 'tsx', script, way, document, join(folder, `${document}.html`)]
  const { stdout } = await run(process.execPath, given)
  return JSON.parse(stdout) as PaperUse
}

function median(uses: readonly PaperUse[]): PaperUse {
  const use = uses.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(uses.length / 2)]
  if (!use) throw new Error('Nothing was measured.')
  return use
}
