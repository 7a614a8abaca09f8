/** The search of an exported site, without its page: the same search as in the app, over the index that the site brings. */
import type { FoundSection, SearchResult } from '../../src-library/search/result.ts'
import { Marker } from '../../src-library/search/asking/marks.ts'
import { snippet, type SnippetLine } from '../../src-library/search/asking/snippet.ts'
import { loadIndex } from '../../src-library/search/index/load.ts'
import { loadTexts } from '../../src-library/search/index/texts.ts'
import { search } from '../../src-library/search/search.ts'

export type SiteHit = {
  readonly section: FoundSection
  /** The path of its page, beside the search page. */
  readonly page: string
  readonly lines: readonly SnippetLine[]
}

export type SiteAnswer = {
  readonly total: number
  readonly corrections: SearchResult['corrections']
  readonly hits: readonly SiteHit[]
}

export type SiteFiles = {
  readonly index: Uint8Array
  readonly texts: Uint8Array
  /** The page of each section, one a line. */
  readonly pages: Uint8Array
}

export type SiteIndex = (text: string, language: string, limit: number) => SiteAnswer

/** Null where the index is damaged. */
export function openSiteIndex({ index: bytes, texts: textBytes, pages: list }: SiteFiles): SiteIndex | null {
  const index = loadIndex(bytes)
  if (!index.ok) return null
  const texts = loadTexts(textBytes, bytes)
  const pages = new TextDecoder().decode(list).split('\n')
  const pack = { id: 'site', index: index.value, sourceTypes: new Map() }
  return (text, language, limit) => {
    const { total, corrections, hits, marks } = search([pack], text, { limit, language })
    const marker = new Marker(marks)
    return {
      total,
      corrections,
      hits: hits.map((section) => ({
        section,
        page: pages[section.section] ?? '',
        lines: texts.ok ? snippet(texts.value.of(section.section), marker, section.language) : [],
      })),
    }
  }
}
