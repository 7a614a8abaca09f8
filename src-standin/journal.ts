/**
 * What a test wants to know and no Electron API tells: written down line by line
 * in the file $STANDIN_JOURNAL, so that it outlives a crash of the app.
 */
import { appendFileSync, readFileSync } from 'node:fs'

export type JournalEntry =
  /** A request that no handler of the app answered, on its way to the network. */
  | { readonly kind: 'request'; readonly url: string; readonly method: string }
  /** A WebSocket or WebTransport that a page tried to open. */
  | { readonly kind: 'socket'; readonly url: string }
  /** A file that a page began to download, and the app did not stop. */
  | { readonly kind: 'download'; readonly url: string }
  /** Electron would now fetch a spell-checking dictionary. */
  | { readonly kind: 'dictionary'; readonly url: string; readonly language: string }
  /** A setting that has no effect here (see `without-effect.ts`). */
  | { readonly kind: 'setting'; readonly name: string; readonly value: string }
  /** What Chromium itself complained about in a page: policy violations, failed loads. */
  | { readonly kind: 'complaint'; readonly source: string; readonly text: string }

export function note(entry: JournalEntry): void {
  const file = process.env['STANDIN_JOURNAL']
  if (file !== undefined) appendFileSync(file, JSON.stringify(entry) + '\n')
}

/** Every entry so far; none if the file is not there. */
export function readJournal(file: string): readonly JournalEntry[] {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return []
  }
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as JournalEntry)
}

/** A line on stderr for the person in front of the stand-in. */
export function say(text: string): void {
  console.error(`[stand-in] ${text}`)
}
