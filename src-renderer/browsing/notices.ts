/** The third-party notices that the build wrote (`scripts/notices`), read for About. */
import * as v from 'valibot'
import type { Content } from '../../src-bridge/content.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { failure, success, type Outcome } from '../../src-library/model/outcome.ts'

/** One package in the app. `text` is its licence in full; `address` is empty if the package gives none. */
export type Notice = {
  readonly name: string
  readonly version: string
  readonly licence: string
  readonly address: string
  readonly text: string
}

const schema = v.object({
  texts: v.array(v.string()),
  packages: v.array(
    v.object({
      name: v.string(),
      version: v.string(),
      licence: v.string(),
      address: v.string(),
      /** Index into `texts`. */
      text: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
})

/** Fails as a whole if a package has no text: a list with gaps would not say that something is missing. */
export function decodeNotices(value: unknown): Outcome<readonly Notice[], null> {
  const read = v.safeParse(schema, value)
  if (!read.success) return failure(null)
  const { texts, packages } = read.output
  const notices = packages.map(({ text, ...rest }) => ({ ...rest, text: texts[text] ?? '' }))
  return notices.every(({ text }) => text !== '') ? success(notices) : failure(null)
}

/** Reads `notices.json`, which lies beside the page. Never throws. */
export async function readNotices(content: Pick<Content, 'read'>): Promise<Outcome<readonly Notice[], null>> {
  try {
    const bytes = await content.read('notices.json')
    const parsed = bytes && parseJson(new TextDecoder().decode(bytes))
    return parsed?.ok ? decodeNotices(parsed.value) : failure(null)
  } catch {
    return failure(null)
  }
}
