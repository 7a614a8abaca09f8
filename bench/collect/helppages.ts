/**
 * LibreOffice's help, as its packages install it: a page has a title, its text, and the entries that its authors gave
 * it in the index, `tables; adding rows`.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { KnownItem } from './knownitems.ts'

/** Reads the pages in a language below a folder; those without a title or a text are left out. */
export function readHelpPages(folder: string, language: string): KnownItem[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
    .flatMap((path) => {
      const page = readFileSync(path, 'utf8')
      if (!page.includes(`<html lang="${language}"`)) return []
      return pageOf(relative(folder, path), page) ?? []
    })
}

function pageOf(id: string, page: string): KnownItem | null {
  const [, article] =
    /<div id="DisplayArea"[^>]*>([\s\S]*?)(?:<a name="relatedtopics">|<div id="SearchFrame">)/.exec(page) ??
    []
  const [heading, inner] = /<h1[^>]*>([\s\S]*?)<\/h1>/.exec(article ?? '') ?? []
  if (article === undefined || heading === undefined || inner === undefined) return null
  const [title, body] = [textOf(inner), textOf(article.replace(heading, ''))]
  if (title === '' || body === '') return null
  const entries = [...article.matchAll(/itemprop="keywords" content="([^"]*)"/g)]
  return {
    id,
    title,
    body,
    subjects: entries.map(([, entry = '']) => textOf(entry).replace(/[,;]\s*/g, ' ')),
  }
}

const characters: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' }

/** The text of a piece of HTML, one line for each block. */
const textOf = (html: string): string =>
  html
    .replace(/<(script|style)\b[\s\S]*?<\/\1>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/<\/?(?:p|div|li|ol|ul|tr|t[dh]|table|h\d|br|pre)\b[^>]*>/g, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(\w+);/g, (whole, name: string) => characters[name] ?? whole)
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n')
