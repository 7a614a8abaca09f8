/** `pack.json` of a pack in work, as far as *About* knows it. Keys that a person wrote by hand stay. */
import * as v from 'valibot'
import type { OwnAbout } from '../../src-bridge/own.ts'
import { parseJson } from '../../src-library/format/json.ts'

const text = v.fallback(v.string(), '')
const settingsSchema = v.looseObject({
  id: text,
  title: text,
  edition: text,
  publisher: text,
  language: text,
  licence: v.fallback(v.nullable(v.looseObject({ name: text })), null),
})
export type OwnSettings = v.InferOutput<typeof settingsSchema>

/** Null for what is no JSON object. */
export function readSettings(bytes: Uint8Array): OwnSettings | null {
  const json = parseJson(new TextDecoder().decode(bytes))
  const read = json.ok ? v.safeParse(settingsSchema, json.value) : null
  return read?.success ? read.output : null
}

export const aboutOf = ({ title, edition, publisher, language, licence }: OwnSettings): OwnAbout => ({
  title,
  edition,
  publisher,
  language,
  licence: licence?.name ?? '',
})

/** The text of the settings with these facts. The id is the folder's, whatever was written there. */
export function writeSettings(
  before: OwnSettings | Record<string, never>,
  id: string,
  about: OwnAbout,
): Uint8Array {
  const { publisher, licence, ...needed } = about
  const { licence: old } = before as Partial<OwnSettings>
  const settings = {
    ...before,
    id,
    ...needed,
    // Undefined is not written.
    publisher: publisher === '' ? undefined : publisher,
    licence: licence === '' ? undefined : old?.name === licence ? old : { name: licence },
  }
  return new TextEncoder().encode(`${JSON.stringify(settings, null, 2)}\n`)
}
