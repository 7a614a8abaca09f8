/**
 * Packs of own documents in memory, as main keeps them on the disk. A line of a file is a piece: one that begins with
 * `#` is a heading, one that begins with `Menu` is left out, and a file that begins with `%` can't be read.
 */
import type { Bridge } from '../../../src-bridge/contract.ts'
import type {
  AddedFiles,
  OwnDocument,
  OwnEdit,
  OwnFailure,
  OwnLook,
  OwnPack,
  OwnProblem,
} from '../../../src-bridge/own.ts'
import { failure, success, type Outcome } from '../../../src-library/model/outcome.ts'

type Piece = { readonly id: number; text: string; isKept: boolean; code: string | null; level: number }
/** A part of these words has no place of its own: it comes back behind it. */
const placeless = /^Cell\b/

type Kept = {
  facts: OwnDocument
  pieces: Piece[]
  version: number
  before: Piece[][]
  isBehind: boolean
}
type Work = { pack: OwnPack; documents: Kept[]; removed: { at: number; kept: Kept } | null }

export class OwnMemory {
  readonly #works = new Map<string, Work>()
  #dropped: { pack: string; file: string; size: number; parts: Uint8Array[] } | null = null
  /** What the dialog gives. */
  chosen: Readonly<Record<string, string>> | null = null
  /** The next call fails with it. */
  fails: OwnFailure['kind'] | null = null
  readonly asked: string[] = []

  get bridge(): Bridge {
    return {
      call: (channel: string, request: unknown) => {
        this.asked.push(channel)
        const kind = this.fails
        if (kind !== null) {
          this.fails = null
          return Promise.resolve(failure({ kind }))
        }
        return Promise.resolve(this.#answer(channel, (request ?? {}) as Request))
      },
      on: () => () => undefined,
      can: () => true,
    } as unknown as Bridge
  }

  /** Somebody else changes a document. */
  touch(pack: string, document: string): void {
    const kept = this.#works.get(pack)?.documents.find(({ facts }) => facts.id === document)
    if (kept) kept.version += 1
  }

  #answer(channel: string, request: Request): unknown {
    const { pack = '', document = '' } = request
    const work = this.#works.get(pack)
    switch (channel) {
      case 'own.list':
        return success([...this.#works.values()].map((one) => packOf(one)))
      case 'own.create':
        return this.#create(request.title ?? '', request.language ?? '')
      case 'own.cancel':
        return success(null)
      case 'own.remove':
        this.#works.delete(pack)
        return success(null)
    }
    if (!work) return failure({ kind: 'not-found' })
    const kept = work.documents.find(({ facts }) => facts.id === document)
    switch (channel) {
      case 'own.read':
        return success(packOf(work))
      case 'own.about':
        work.pack = { ...work.pack, about: request.about ?? work.pack.about }
        return success(packOf(work))
      case 'own.choose':
        return this.chosen ? success(this.#add(work, this.chosen)) : failure({ kind: 'cancelled' })
      case 'own.drop':
        return this.#drop(work, request)
      case 'own.removeDocument': {
        if (!kept) return failure({ kind: 'not-found' })
        work.removed = { at: work.documents.indexOf(kept), kept }
        work.documents = work.documents.filter((one) => one !== kept)
        return success(packOf(work))
      }
      case 'own.undoRemove':
        if (!work.removed) return failure({ kind: 'not-found' })
        work.documents.splice(work.removed.at, 0, work.removed.kept)
        work.removed = null
        return success(packOf(work))
      case 'own.check':
        return success(problemsOf(work))
      case 'own.save':
        if (problemsOf(work).length > 0) return failure({ kind: 'errors' })
        work.pack = { ...work.pack, state: 'shown' }
        return success(packOf(work))
      case 'own.export':
        return success({ path: '/stick/pack', leftOut: [], unlinked: [] })
      case 'own.look':
        return kept ? success(lookOf(kept)) : failure({ kind: 'not-found' })
      case 'own.edit':
        return kept ? edited(kept, request) : failure({ kind: 'not-found' })
      default:
        throw new Error(`There is no ${channel}.`)
    }
  }

  #create(title: string, language: string): Outcome<OwnPack, OwnFailure> {
    const id = `own-${this.#works.size + 1}`
    const about = { title, edition: '2026-11', publisher: '', language, licence: '' }
    const line = { id, title, documents: 0, state: 'draft', changed: '2026-11-30' } as const
    const work: Work = {
      pack: { ...line, about, signed: null, content: [], folder: `/own/${id}` },
      documents: [],
      removed: null,
    }
    this.#works.set(id, work)
    return success(packOf(work))
  }

  #drop(work: Work, { pack = '', file, size, bytes }: Request): Outcome<AddedFiles | null, OwnFailure> {
    if (file !== undefined) this.#dropped = { pack, file, size: size ?? 0, parts: [] }
    if (bytes) this.#dropped?.parts.push(bytes)
    const dropped = this.#dropped
    if (!dropped) return failure({ kind: 'not-found' })
    const length = dropped.parts.reduce((sum, part) => sum + part.length, 0)
    if (length < dropped.size) return success(null)
    this.#dropped = null
    const text = dropped.parts.map((part) => new TextDecoder().decode(part)).join('')
    return success(this.#add(work, { [dropped.file]: text }))
  }

  #add(work: Work, files: Readonly<Record<string, string>>): AddedFiles {
    const added: string[] = []
    const refused: AddedFiles['refused'][number][] = []
    for (const [file, text] of Object.entries(files)) {
      if (text === '') refused.push({ file, kind: 'empty' })
      else if (text.startsWith('%')) refused.push({ file, kind: 'unknown-kind' })
      else {
        const kept = documentOf(file, text)
        work.documents.push(kept)
        added.push(kept.facts.id)
      }
    }
    return { added, refused }
  }
}

type Request = {
  readonly pack?: string
  readonly document?: string
  readonly title?: string
  readonly language?: string
  readonly about?: OwnPack['about']
  readonly file?: string
  readonly size?: number
  readonly bytes?: Uint8Array
  readonly version?: number
  readonly edit?: OwnEdit
}

function documentOf(file: string, text: string): Kept {
  const pieces = text.split('\n').map((line, id): Piece => {
    const [, marks = '', words = line] = /^(#*) ?(.*)$/.exec(line) ?? []
    const isKept = !line.startsWith('Menu')
    return { id, text: words, isKept, code: isKept ? null : 'boilerplate-nav', level: marks.length }
  })
  const id = file.replace(/\W.*/, '')
  return {
    facts: {
      id,
      file,
      title: id,
      kind: 'encyclopedia',
      language: 'en',
      date: null,
      publisher: '',
      address: '',
      words: text.split(/\s+/).length,
      dropped: 0,
      remarks: [],
      isLookedThrough: false,
      passOn: 'unanswered',
    },
    pieces,
    version: 1,
    before: [],
    isBehind: false,
  }
}

const factsOf = ({ facts, pieces }: Kept): OwnDocument => ({
  ...facts,
  dropped: pieces.filter(({ isKept }) => !isKept).length,
})

const packOf = ({ pack, documents }: Work): OwnPack => ({
  ...pack,
  documents: documents.length,
  content: documents.map(factsOf),
})

/** Of two headings of which the second is two levels deeper. */
const problemsOf = ({ documents }: Work): readonly OwnProblem[] =>
  documents.flatMap(({ facts, pieces }) => {
    const levels = pieces.filter(({ isKept, level }) => isKept && level > 0).map(({ level }) => level)
    const skips = levels.some((level, at) => level > (levels[at - 1] ?? level) + 1)
    const problem = {
      severity: 'error',
      code: 'level-skipped',
      text: 'A level is skipped.',
      line: 1,
    } as const
    return skips ? [{ document: facts.id, ...problem }] : []
  })

function lookOf(kept: Kept): OwnLook {
  const { pieces, version, before } = kept
  const shown = pieces.filter(({ isKept }) => isKept)
  return {
    document: factsOf(kept),
    version,
    came: pieces.map(({ id, text, isKept, code }) => ({ id, text, isKept, code })),
    headings: shown
      .filter(({ level }) => level > 0)
      .map(({ text, level }, index) => ({ index, text, level })),
    readings: [],
    markdown: shown.map(({ text, level }) => `${'#'.repeat(level)} ${text}`.trim()).join('\n\n'),
    article: null,
    problems: [],
    canUndo: before.length > 0,
    isBehind: kept.isBehind,
  }
}

function edited(kept: Kept, { version, edit }: Request): Outcome<OwnLook, OwnFailure> {
  if (version !== kept.version || !edit) return failure({ kind: 'stale' })
  const before = kept.pieces.map((piece) => ({ ...piece }))
  kept.isBehind = false
  switch (edit.kind) {
    case 'restore':
    case 'leaveOut': {
      const piece = kept.pieces.find(({ id }) => id === edit.piece)
      if (piece) piece.isKept = edit.kind === 'restore'
      kept.isBehind = edit.kind === 'restore' && placeless.test(piece?.text ?? '')
      break
    }
    case 'heading': {
      const heading = kept.pieces.filter(({ isKept, level }) => isKept && level > 0)[edit.index]
      if (heading) heading.level = edit.level
      break
    }
    case 'asHeading': {
      const piece = kept.pieces.find(({ id }) => id === edit.piece)
      if (piece) piece.level = edit.level
      break
    }
    case 'undo':
      kept.pieces = kept.before.pop() ?? kept.pieces
      break
    case 'facts': {
      const { title, articleKind, language, date, publisher, address } = edit
      kept.facts = { ...kept.facts, title, kind: articleKind, language, date, publisher, address }
      break
    }
    case 'passOn':
      kept.facts = { ...kept.facts, passOn: edit.answer }
      break
    case 'lookedThrough':
      kept.facts = { ...kept.facts, isLookedThrough: edit.value }
      break
    case 'markdown':
    case 'encoding':
      break
  }
  if (edit.kind === 'restore' || edit.kind === 'leaveOut' || edit.kind === 'heading') kept.before.push(before)
  kept.version += 1
  return success(lookOf(kept))
}
