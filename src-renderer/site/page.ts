/**
 * The search page of an exported site. It asks for no file but those that its page names, and puts no query into the
 * address: servers and histories keep addresses.
 */
import { siteSearchFiles, siteSearchIds, type SiteSearchWords } from '../../src-library/format/sitesearch.ts'
import { stickGlobal, type TakeFile } from '../../src-library/format/stickfile.ts'
import { inflated } from '../stick/deflated.ts'
import { openSiteIndex, type SiteAnswer, type SiteHit, type SiteIndex } from './siteindex.ts'

const mostHits = 50

const filesByPath = new Map<string, string>()
const put: TakeFile = (path, deflated) => void filesByPath.set(path, deflated)
Object.assign(globalThis, { [stickGlobal]: { put } })

// The data files are scripts of the page and have run by then.
document.addEventListener('DOMContentLoaded', () => {
  // Where it fails, the page still says what to do without it.
  void begin().catch(console.error)
})

async function begin(): Promise<void> {
  const find = openSiteIndex({
    index: await file(siteSearchFiles.index),
    texts: await file(siteSearchFiles.texts),
    pages: await file(siteSearchFiles.pages),
  })
  const form = document.getElementById(siteSearchIds.form)
  const field = document.getElementById(siteSearchIds.field)
  const status = document.getElementById(siteSearchIds.status)
  const list = document.getElementById(siteSearchIds.hits)
  if (!find || !form || !(field instanceof HTMLInputElement) || !status || !list) return
  const show = (): void => answer(find, field.value.trim(), form, status, list)
  form.addEventListener('submit', (event) => event.preventDefault())
  field.addEventListener('input', show)
  document.getElementById(siteSearchIds.without)?.remove()
  form.hidden = false
  field.focus()
  show()
}

function file(name: string): Promise<Uint8Array> {
  const deflated = filesByPath.get(name)
  if (deflated === undefined) throw new Error(`${name} can't be read.`)
  return inflated(deflated)
}

function answer(
  find: SiteIndex,
  text: string,
  form: HTMLElement,
  status: HTMLElement,
  list: HTMLElement,
): void {
  const say = (name: keyof SiteSearchWords, values: Readonly<Record<string, string>> = {}): string =>
    (form.dataset[name] ?? '').replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
  if (text === '') {
    status.textContent = ''
    list.replaceChildren()
    return
  }
  const found = find(text, document.documentElement.lang, mostHits)
  status.textContent = sentences(found, say).join(' ')
  list.replaceChildren(...found.hits.map((hit) => item(hit, say)))
}

type Say = (name: keyof SiteSearchWords, values?: Readonly<Record<string, string>>) => string

function sentences({ total, hits, corrections }: SiteAnswer, say: Say): readonly string[] {
  const instead = corrections.map(({ from, to }) => say('instead', { from, to }))
  if (total === 0) return [...instead, say('nothing')]
  const count = say('found', { count: String(total) })
  return [...instead, count, ...(hits.length < total ? [say('first', { count: String(hits.length) })] : [])]
}

function item({ section, page, lines }: SiteHit, say: Say): HTMLElement {
  const { language, sectionTitle, path, date, factsAsOf } = section
  const link = made('a', [sectionTitle])
  link.href = page
  const day = date ?? factsAsOf
  const dateline = day === null ? say('undated') : say('factsAsOf', { date: day })
  const above = path.slice(0, -1).join(' › ')
  const facts = made('p', [
    ...(above === '' ? [] : [inLanguage(made('span', [above]), language), ' · ']),
    dateline,
  ])
  facts.className = 'facts'
  const marked = lines.map(({ text, ranges }) => {
    let from = 0
    const parts = ranges.flatMap(({ start, end }) => {
      const before = text.slice(from, start)
      from = end
      return [before, made('mark', [text.slice(start, end)])]
    })
    return inLanguage(made('p', [...parts, text.slice(from)]), language)
  })
  return made('li', [inLanguage(made('h2', [link]), language), facts, ...marked])
}

function made<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  children: readonly (Node | string)[],
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name)
  element.append(...children)
  return element
}

function inLanguage<Element extends HTMLElement>(element: Element, language: string): Element {
  element.lang = language
  return element
}
