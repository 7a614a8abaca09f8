/** `shelf changes`: the changes of a new edition for a reader of the old one. */
import { changesBetween } from '../../src-library/changes/changes.ts'
import { renderChanges } from '../report.ts'
import { verify } from '../verify.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'
import type { Article } from '../../src-library/model/article.ts'
import { command } from './command.ts'
import { openCompiled } from './packfiles.ts'

const help = `Usage: shelf changes <old pack> <new pack>

Says which articles and sections are new, changed and gone. Each pack is a compiled folder or a pack file.

  -h, --help   print this

Exit code: 0 compared, 1 refused, 2 wrong usage.
`

export const run = command(
  { help, options: {}, needs: ['old pack', 'new pack'] },
  async ([old = '', now = '']) => {
    const before = await articlesOf(old)
    if (!before.ok) return before
    const after = await articlesOf(now)
    return after.ok
      ? success(renderChanges(changesBetween(before.value, after.value), 'between the two'))
      : after
  },
)

async function articlesOf(path: string): Promise<Outcome<readonly Article[], string>> {
  const files = await openCompiled(path)
  if (!files.ok) return files
  const { findings, articles } = verify(files.value)
  return findings.length === 0
    ? success(articles)
    : failure(`${path} is no sound compiled pack. shelf verify says what is wrong.\n`)
}
