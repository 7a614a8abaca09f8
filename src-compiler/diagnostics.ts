/**
 * Messages to the author of a pack: the mistake, its place, and the remedy.
 * They are collected, never thrown, so that one build shows every mistake;
 * any error means that nothing is written.
 */
import type { TextRange, SourceLocation, SourceText } from './1-read/text.ts'

export type Severity = 'error' | 'warning' | 'info'

/** Every message the compiler can give, and how grave it is. */
const severities = {
  'anchor-taken': 'error',
  'answer-missing': 'error',
  'answer-untranslated': 'warning',
  'article-id-taken': 'error',
  'ask-everywhere': 'warning',
  'ask-taken': 'error',
  'asked-of-nothing': 'error',
  'bad-anchor': 'error',
  'bad-asked': 'error',
  'bad-attribute': 'error',
  'bad-data': 'error',
  'bad-figure-words': 'error',
  'bad-front-matter': 'error',
  'bad-id': 'error',
  'bad-image': 'error',
  'bad-pack-json': 'error',
  'bad-source': 'error',
  'bad-terms': 'error',
  'bad-value': 'error',
  'blank-mended': 'info',
  'code-language': 'info',
  'code-not-closed': 'warning',
  'comment-left-out': 'info',
  'control-character': 'warning',
  'definition-unused': 'warning',
  'empty-file': 'error',
  'empty-heading': 'warning',
  'figure-in-text': 'error',
  'figure-without-source': 'error',
  'figure-without-words': 'warning',
  'file-passed-over': 'warning',
  'file-too-large': 'error',
  'heading-inside': 'warning',
  'heading-too-deep': 'warning',
  'home-page': 'warning',
  'letters-broken': 'error',
  'letters-lost': 'warning',
  'letters-mixed': 'info',
  'level-skipped': 'error',
  'image-cut': 'warning',
  'link-to-nowhere': 'error',
  'list-numbers': 'info',
  'mark-too-strong': 'warning',
  'markup-as-text': 'warning',
  'missing-value': 'error',
  'moved-link': 'warning',
  'nested-too-deep': 'error',
  'no-documents': 'error',
  'no-front-matter': 'error',
  'no-pack-json': 'error',
  'no-such-figure': 'error',
  'no-such-terms': 'error',
  'not-a-file': 'warning',
  'not-a-link': 'warning',
  'not-covered-here': 'warning',
  'not-utf8': 'error',
  'note-in-note': 'error',
  'note-taken': 'error',
  'note-unused': 'warning',
  'note-without-text': 'error',
  'number-without-source': 'error',
  'raw-html': 'error',
  'section-without-source': 'error',
  'separator-read': 'info',
  'signs-left-out': 'info',
  'source-hidden': 'warning',
  'synonyms-replaced': 'error',
  'text-as-markup': 'warning',
  'text-too-long': 'error',
  'title-not-shown': 'warning',
  'title-repeated': 'info',
  'too-much': 'error',
  'too-slow': 'error',
  'uneven-table': 'warning',
  'unknown-box': 'warning',
  'unknown-key': 'warning',
  'unknown-kind': 'error',
  'unknown-source': 'error',
  'unsafe-address': 'error',
  'unused-figure': 'warning',
  'word-avoided': 'warning',
  'words-repeated': 'error',
} as const satisfies Readonly<Record<string, Severity>>

export type Code = keyof typeof severities
export const codes = Object.keys(severities) as readonly Code[]

export type Diagnostic = {
  readonly code: Code
  readonly severity: Severity
  /** Inside the authored pack, with `/`. */
  readonly path: string
  readonly location: SourceLocation | null
  readonly message: string
  /** What to do about it. */
  readonly suggestion: string | null
}

/** Reports about one text: `at` is a range of its UTF-16 offsets, or null for the text as a whole. */
export type Report = (code: Code, at: TextRange | null, message: string, suggestion?: string | null) => void

/** About one file: more is not read. */
export const mostMessages = 1_000

/** Collects what the phases find. */
export class Diagnostics {
  readonly #found: Diagnostic[] = []
  /** Messages about a file so far, by its path. */
  readonly #counts = new Map<string, number>()

  /** About a file as a whole, or about a file whose text can't be read. */
  add(
    code: Code,
    path: string,
    message: string,
    suggestion: string | null = null,
    location: SourceLocation | null = null,
  ): void {
    const count = (this.#counts.get(path) ?? 0) + 1
    this.#counts.set(path, count)
    if (count <= mostMessages)
      this.#found.push({ code, severity: severities[code], path, location, message, suggestion })
    // A cause that is repeated so often is one cause; the build is refused, so that none of the rest is passed over.
    if (count === mostMessages + 1) {
      const message = `There are more than ${mostMessages} messages about this file; the rest are not shown.`
      this.#found.push({
        code: 'too-much',
        severity: severities['too-much'],
        path,
        location: null,
        message,
        suggestion: 'Mend the first of them, and build again.',
      })
    }
  }

  /** A `Report` about one text. */
  about(text: SourceText): Report {
    return (code, at, message, suggestion = null) => {
      this.add(code, text.path, message, suggestion, at && text.locationOf(at))
    }
  }

  get hasErrors(): boolean {
    return this.#found.some((one) => one.severity === 'error')
  }

  /** By path, then by place. */
  list(): readonly Diagnostic[] {
    return this.#found.toSorted(
      (a, b) =>
        compare(a.path, b.path) ||
        compare(a.location?.line ?? 0, b.location?.line ?? 0) ||
        compare(a.location?.column ?? 0, b.location?.column ?? 0),
    )
  }
}

const compare = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)
