/**
 * Parses documents in processes of their own, several at once. A document that hangs the parser or fills the memory is
 * named, and the others are parsed. Trees and messages are the same as in this process.
 */
import { childProcess } from '../../src-isolated/childprocess.ts'
import { Isolated } from '../../src-isolated/isolated.ts'
import { describeIsolatedFailure } from '../../src-isolated/task.ts'
import type { SourceDocument } from '../1-read/documents.ts'
import { parse, type ParsedDocument } from './parse.ts'
import { longestBatch, parseTask, type ParseAnswer } from './task.ts'

/** Milliseconds and bytes of memory for the documents of one task. */
const limits = { deadline: 30_000, memory: 1024 ** 3, attempts: 1 }

/** UTF-16 units. A process takes as long to start as parsing so much does; a document below the second hangs no parser. */
const worthIt = 1_500_000
const harmless = 200_000

/** Processes for these documents: none where they are few and short. Two, because each fills a core and a common laptop has two. */
export function processesFor(documents: readonly SourceDocument[]): number {
  const lengths = documents.map(({ text }) => text.text.length)
  const all = lengths.reduce((sum, length) => sum + length, 0)
  return all > worthIt || lengths.some((length) => length > harmless) ? 2 : 0
}

/** The documents that can be read, in order, after reporting about the others. */
export async function parseApart(
  documents: readonly SourceDocument[],
  processes: number,
  own: Partial<typeof limits> = {},
): Promise<readonly ParsedDocument[]> {
  if (processes === 0) return documents.flatMap((document) => parse(document) ?? [])
  const launch = childProcess(new URL('./process.ts', import.meta.url))
  const doors = Array.from({ length: processes }, () => new Isolated({ launch, ...limits, ...own }))
  const batches = batchesOf(documents)
  const answers = new Map<readonly SourceDocument[], ParseAnswer>()
  let next = 0
  const work = async (door: Isolated): Promise<void> => {
    for (let batch = batches[next++]; batch; batch = batches[next++])
      answers.set(batch, await ask(door, batch))
  }
  try {
    await Promise.all(doors.map(work))
  } finally {
    for (const door of doors) door.close()
  }
  // In the order of the documents, whichever process was first.
  return batches.flatMap((batch) =>
    batch.flatMap((source, i): readonly ParsedDocument[] => {
      const { parsed, messages } = answers.get(batch)?.[i] ?? nothing
      for (const { code, at, message, suggestion } of messages) source.report(code, at, message, suggestion)
      return parsed ? [{ source, ...parsed }] : []
    }),
  )
}

const nothing: ParseAnswer[number] = { parsed: null, messages: [] }

function batchesOf(documents: readonly SourceDocument[]): readonly (readonly SourceDocument[])[] {
  const batches: SourceDocument[][] = []
  let room = 0
  for (const document of documents) {
    const { length } = document.text.text
    if (length > room) {
      batches.push([])
      room = longestBatch
    }
    batches.at(-1)?.push(document)
    room -= length
  }
  return batches
}

/** The answer to a batch. If it fails, each of its documents is asked for alone, so that the one to blame is named. */
async function ask(door: Isolated, batch: readonly SourceDocument[]): Promise<ParseAnswer> {
  const encoder = new TextEncoder()
  const texts = batch.map(({ text }) => encoder.encode(text.text))
  const bytes = new Uint8Array(Buffer.concat(texts))
  const documents = batch.map(({ id, kind, text: { path } }, i) => ({
    id,
    kind,
    path,
    length: texts[i]?.length ?? 0,
  }))
  const answered = await door.run(parseTask, bytes, { documents })
  if (answered.ok && answered.value.length === batch.length) return answered.value
  if (batch.length === 1) {
    const failure = answered.ok ? ({ kind: 'wrong-answer' } as const) : answered.failure
    const message = {
      code: 'too-slow' as const,
      at: null,
      message: `This document can’t be parsed. ${describeIsolatedFailure(failure)}`,
      suggestion: 'Make several articles of it, and look for long runs of brackets, stars or tabs.',
    }
    return [{ parsed: null, messages: [message] }]
  }
  const alone: ParseAnswer[] = []
  for (const document of batch) alone.push(await ask(door, [document]))
  return alone.flat()
}
