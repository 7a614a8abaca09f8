import { posix } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import JSZip from 'jszip'
import { SaxesParser } from 'saxes'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Article } from '../../src-library/model/article.ts'
import type { Block } from '../../src-library/model/block.ts'
import { fromBase91 } from '../../src-library/format/stickfile.ts'
import type { CompiledPack } from '../4-emit/emit.ts'
import { compileMiniature } from '../samples/miniature.ts'
import type { Publication } from './article.ts'
import { epubOf } from './epub.ts'
import { openSiteIndex } from '../../src-renderer/site/siteindex.ts'
import { siteOf } from './site.ts'

let compiled: CompiledPack
beforeAll(async () => {
  compiled = await compileMiniature()
})

/** The miniature with blocks before the text of an article. */
function publication(staff = false, added: readonly Block[] = []): Publication {
  const withAdded = (article: Article): Article =>
    article.id === 'reading-room'
      ? {
          ...article,
          sections: article.sections.map((section, at) =>
            at === 0 ? { ...section, blocks: [...added, ...section.blocks] } : section,
          ),
        }
      : article
  return {
    pack: compiled.pack,
    articles: new Map(compiled.articles.map((article) => [article.id, withAdded(article)])),
    staff,
  }
}

const paragraph = (value: string): Block => ({ kind: 'paragraph', children: [{ kind: 'text', value }] })
const staffBox: Block = { kind: 'blockquote', tone: 'staff', children: [paragraph('Ring Leyla first.')] }

function pagesOf(given: Publication): ReadonlyMap<string, string> {
  const pages = [...siteOf(given, compiled.files, null)].filter(([path]) => path.endsWith('.html'))
  return new Map(pages.map(([path, bytes]) => [path, new TextDecoder().decode(bytes)]))
}

/** A search page whose script does nothing. */
const search = { script: new TextEncoder().encode('0'), notices: new Uint8Array(), concepts: [] }

const attributesOf = (page: string, name: string): readonly string[] =>
  [...page.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, value]) => value ?? '')

/** Throws where it is not well-formed. */
function readXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(text).close()
}

describe('the static site', () => {
  test('has contents, and a page for each article and each section', () => {
    const paths = [...pagesOf(publication()).keys()]
    expect(paths).toContain('index.html')
    for (const article of compiled.articles) {
      expect(paths).toContain(`articles/${article.id}.html`)
      expect(paths.filter((path) => path.startsWith(`sections/${article.id}/`))).toHaveLength(
        article.sections.length,
      )
    }
  })

  test('leads nowhere that is not there', () => {
    const site = siteOf(publication(), compiled.files, search)
    const pages = pagesOf(publication())
    const broken = [...pages].flatMap(([path, page]) =>
      [...attributesOf(page, 'href'), ...attributesOf(page, 'src')].filter((href) => {
        const [file = '', fragment = ''] = href.split('#').map(decodeURIComponent)
        const target = file === '' ? path : posix.join(posix.dirname(path), file)
        if (!site.has(target)) return true
        return fragment !== '' && !attributesOf(pages.get(target) ?? '', 'id').includes(fragment)
      }),
    )
    expect(broken).toEqual([])
  })

  test('says on every page where it is from, of which edition and date, and has no script', () => {
    for (const [path, page] of pagesOf(publication())) {
      expect(page, path).toContain('The village library: a miniature')
      expect(page, path).toContain('edition 2026-11')
      expect(page, path).toContain('Facts as of')
      expect(page, path).toContain('CC BY 4.0')
      expect(page, path).not.toMatch(/<script|\son\w+=|javascript:|style=/i)
      expect(new Set(attributesOf(page, 'id')).size, path).toBe(attributesOf(page, 'id').length)
    }
  })

  test('keeps boxes for staff to itself unless they are asked for', () => {
    const saying = (given: Publication) =>
      [...pagesOf(given).values()].filter((page) => page.includes('Ring Leyla first.')).length
    expect(saying(publication(false, [staffBox]))).toBe(0)
    expect(saying(publication(true, [staffBox]))).toBe(2)
  })

  test('shows hostile words as words', () => {
    const page = pagesOf(publication(false, [paragraph('<img src=x onerror=alert(1)> & "]]>\u0001')])).get(
      'articles/reading-room.html',
    )
    expect(page).toContain('&lt;img src=x onerror=alert(1)&gt; &amp; &quot;]]&gt;</p>')
  })
})

describe('the search of the site', () => {
  const textOf = (site: ReadonlyMap<string, Uint8Array>, path: string): string =>
    new TextDecoder().decode(site.get(path))
  const dataOf = (site: ReadonlyMap<string, Uint8Array>, name: string): Uint8Array =>
    inflateRawSync(
      fromBase91(/"([^"]*)","[0-9a-f]{64}"\)/.exec(textOf(site, `search/${name}.js`))?.[1] ?? ''),
    )
  const indexOf = (site: ReadonlyMap<string, Uint8Array>) =>
    openSiteIndex({
      index: dataOf(site, 'index'),
      texts: dataOf(site, 'texts'),
      pages: dataOf(site, 'pages'),
    })

  test('finds a section, shows its line and leads to its page', () => {
    const site = siteOf(publication(), compiled.files, search)
    const answer = indexOf(site)?.('reading room', 'en', 5)
    expect(answer?.total).toBeGreaterThan(0)
    for (const { page, lines } of answer?.hits ?? []) {
      expect([...site.keys()]).toContain(page)
      expect(lines.length).toBeGreaterThan(0)
    }
    expect(textOf(site, answer?.hits[0]?.page ?? '')).toMatch(/reading room/i)
  })

  test('does not know the words of boxes for staff unless they are asked for', () => {
    const found = (staff: boolean) =>
      indexOf(siteOf(publication(staff, [staffBox]), compiled.files, search))?.('Leyla', 'en', 5).total
    expect(found(false)).toBe(0)
    expect(found(true)).toBe(1)
  })

  test('has a page in each language of the texts, which says what to do without scripts, and where it is from', () => {
    const site = siteOf(publication(), compiled.files, search)
    const pages = [...site.keys()].filter((path) => /^search.*\.html$/.test(path))
    const languages = new Set(compiled.articles.map(({ language }) => language))
    expect(pages).toHaveLength(languages.size)
    for (const path of pages) {
      const text = textOf(site, path)
      expect(text, path).toContain('edition 2026-11')
      expect(text.match(/<script[^>]*>/g), path).toHaveLength(4)
      expect(text, path).toContain("default-src 'none'")
      expect(text, path).toContain('index.html')
    }
    expect(textOf(site, 'search.html')).toContain('Search needs a browser that runs scripts.')
  })
})

describe('the EPUB book', () => {
  test('begins with its type, uncompressed, and every page of it is well-formed', async () => {
    const bytes = await epubOf(publication(), compiled.files)
    expect(new TextDecoder().decode(bytes.slice(30, 58))).toBe('mimetypeapplication/epub+zip')
    const zip = await JSZip.loadAsync(bytes)
    const texts = Object.values(zip.files).filter(({ name }) => /\.(xhtml|opf|xml)$/.test(name))
    expect(texts.length).toBeGreaterThan(compiled.articles.length)
    for (const file of texts) readXml(await file.async('text'))
  })

  test('is the same, byte for byte, each time it is made', async () => {
    const [one, other] = [
      await epubOf(publication(), compiled.files),
      await epubOf(publication(), compiled.files),
    ]
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true)
  })

  test('keeps boxes for staff to itself unless they are asked for', async () => {
    const textOf = async (staff: boolean) => {
      const zip = await JSZip.loadAsync(await epubOf(publication(staff, [staffBox]), compiled.files))
      return zip.file('EPUB/reading-room.xhtml')?.async('text')
    }
    expect(await textOf(false)).not.toContain('Ring Leyla first.')
    expect(await textOf(true)).toContain('Ring Leyla first.')
  })
})
