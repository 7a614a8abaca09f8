import * as disk from 'node:fs/promises'
import { describe, expect, it } from 'vitest'
import type { Article } from '../src-library/model/article.ts'
import { readFolder } from './1-read/files.ts'
import { compile } from './compile.ts'
import { changesBetween } from '../src-library/changes/changes.ts'
import { renderChanges } from './report.ts'
import { miniatureFolder } from './samples/miniature.ts'

/** The miniature's articles, its documents edited. */
async function articlesWith(
  edit: (text: string, path: string) => string | null,
): Promise<readonly Article[]> {
  const edited = new Map<string, Uint8Array>()
  for (const [path, content] of await readFolder(miniatureFolder, disk)) {
    const text = typeof content === 'string' ? null : edit(new TextDecoder().decode(content), path)
    if (text !== null) edited.set(path, new TextEncoder().encode(text))
  }
  const { compiled, diagnostics } = compile(edited)
  if (!compiled) throw new Error(diagnostics.map(({ message }) => message).join('\n'))
  return compiled.articles
}

const unedited = (): Promise<readonly Article[]> => articlesWith((text) => text)

describe('what changed since the last build', () => {
  it('is nothing when only the Markdown or YAML is written in another way', async () => {
    const after = await articlesWith((text) =>
      text.replace('*yes*', '_yes_').replace('title: Lending', 'title: "Lending"'),
    )
    expect(renderChanges(changesBetween(await unedited(), after))).toBe(
      'Nothing changed since the last build.\n',
    )
  })

  it('is said by article and section', async () => {
    const after = await articlesWith((text, path) => {
      if (path.endsWith('words.md')) return null
      return text
        .replace('## Rules {#rules}', '## Arriving\n\nWipe your feet.\n\n## Rules {#rules}')
        .replace('- Speak softly.\n', '')
        .replace('{#fines}', '{#late-books}')
        .replace('title: The village library', 'title: Our library')
    })
    const before = await unedited()
    expect(renderChanges(changesBetween(before, after))).toBe(
      [
        'Changed since the last build:',
        '  - words: links and bookmarks to it lead nowhere now',
        '  ~ lending: added #late-books; removed #fines (links and bookmarks there lead to the article now)',
        '  ~ reading-room: changed #rules; added #arriving',
        '  ~ village-library: its title, summary or notes changed; changed #lead',
        '',
      ].join('\n'),
    )
    expect(renderChanges(changesBetween(after, before))).toContain('  + words (2 sections)')
  })
})
