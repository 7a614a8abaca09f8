/** `pack.json`: what the author says of the pack as a whole. */
import { isPackId } from '../../src-library/format/paths.ts'
import type { Licence, PackName } from '../../src-library/model/pack.ts'
import type { PartialDate } from '../../src-library/model/source.ts'
import type { Diagnostics, Report } from '../diagnostics.ts'
import { readDesk, readSet, type DeskSetting, type MoveSetting, type SetSetting } from './desk.ts'
import { Fields, type TextAt } from './fields.ts'
import type { OpenedText } from './open.ts'
import type { TextRange } from './text.ts'
import { readJson } from './yaml.ts'

/** A title in a language (BCP 47). */
export type TitleSetting = { readonly language: string; readonly title: string; readonly at: TextRange }

/** A group of the contents: ids of its articles, in order. */
export type ContentsSetting = {
  readonly title: string
  /** The title in other languages, as far as it can be read. */
  readonly titles: readonly TitleSetting[]
  readonly at: TextRange
  readonly articles: readonly TextAt[]
}

export type PackSettings = {
  readonly id: string
  readonly title: string
  /** In other languages, each once. */
  readonly names: readonly PackName[]
  readonly edition: string
  /** BCP 47. */
  readonly language: string
  readonly factsAsOf: PartialDate | null
  readonly publisher: string
  readonly licence: Licence | null
  readonly requireSources: boolean
  readonly contents: readonly ContentsSetting[]
  readonly help: TextAt | null
  readonly desk: DeskSetting
  readonly sets: readonly SetSetting[]
  readonly moved: readonly MoveSetting[]
  readonly report: Report
}

/** Settings as far as they can be read; mistakes are reported. */
export function readSettings(opened: OpenedText | null, diagnostics: Diagnostics): PackSettings {
  const report: Report =
    opened?.report ??
    ((code, _at, message, suggestion) => diagnostics.add(code, 'pack.json', message, suggestion))
  return settingsOf(openFields(opened, report), report)
}

function openFields(opened: OpenedText | null, report: Report): Fields | null {
  if (!opened) {
    report(
      'no-pack-json',
      null,
      'There is no readable pack.json in this folder.',
      'Write one: { "id": "my-pack", "title": "My pack", "edition": "2026-11" }',
    )
    return null
  }
  const { text } = opened.text
  const tree = readJson({ text, at: { start: 0, end: text.length }, report, code: 'bad-pack-json' })
  if (tree && tree.kind !== 'map') report('bad-pack-json', tree.at, 'This should be an object: { "id": … }.')
  return tree?.kind === 'map' ? new Fields(tree, report) : null
}

function settingsOf(fields: Fields | null, report: Report): PackSettings {
  const settings = {
    id: fields ? idOf(fields, report) : '',
    title: fields?.required('title') ?? '',
    names: namesOf(fields?.records('names') ?? [], report),
    edition: fields?.required('edition') ?? '',
    language: fields?.language('language') ?? 'en',
    factsAsOf: fields?.date('factsAsOf') ?? null,
    publisher: fields?.text('publisher') ?? '',
    licence: licenceOf(fields?.record('licence') ?? null),
    requireSources: fields?.choice('requireSources', ['true', 'false']) === 'true',
    contents: (fields?.records('contents') ?? []).map(groupOf),
    help: fields?.textAt('help') ?? null,
    desk: readDesk(fields?.record('desk') ?? null),
    sets: (fields?.records('sets') ?? []).map(readSet),
    moved:
      fields
        ?.record('moved')
        ?.pairs()
        .map(({ name, at, value }) => ({ from: { value: name, at }, to: value })) ?? [],
    report,
  }
  const old = fields?.tree('helpNumbers')
  if (old) {
    report(
      'bad-value',
      old.at,
      '`helpNumbers` is no longer read.',
      'Write each number under `answers` in the front matter of the document that tells about it, with `number`, and name its section in `desk.numbers`.',
    )
  }
  fields?.finish()
  return settings
}

function namesOf(records: readonly Fields[], report: Report): readonly PackName[] {
  const names: PackName[] = []
  for (const fields of records) {
    fields.required('language')
    const language = fields.language('language') ?? ''
    const name = { language, title: fields.required('title'), statement: fields.text('statement') }
    fields.finish()
    if (language === '' || name.title === '') continue
    if (names.some((one) => one.language.toLowerCase() === language.toLowerCase()))
      report('bad-value', fields.at, `The pack has two names in \`${language}\`.`, 'Keep one of them.')
    else names.push(name)
  }
  return names
}

function groupOf(fields: Fields): ContentsSetting {
  const title = fields.required('title')
  const titles = fields.records('titles').map((one) => {
    one.required('language')
    const read = { language: one.language('language') ?? '', title: one.required('title'), at: one.at }
    one.finish()
    return read
  })
  const group = {
    title,
    titles: titles.filter((one) => one.language !== '' && one.title !== ''),
    at: fields.at,
    articles: fields.texts('articles'),
  }
  fields.finish()
  return group
}

function idOf(fields: Fields, report: Report): string {
  const id = fields.required('id')
  if (id !== '' && !isPackId(id)) {
    report(
      'bad-id',
      fields.textAt('id')?.at ?? null,
      `\`${id}\` can’t be a pack’s id.`,
      'Use up to 64 lower-case letters, digits and hyphens.',
    )
  }
  return id
}

function licenceOf(fields: Fields | null): Licence | null {
  if (!fields) return null
  const licence = {
    name: fields.required('name'),
    statement: fields.text('statement') ?? '',
    address: fields.text('address'),
  }
  fields.finish()
  return licence
}
