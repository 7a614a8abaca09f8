/** SQLite FTS5 with its Porter tokenizer: node:sqlite where Node has it, else better-sqlite3 where it could be built. */
import type { Engine } from './engine.ts'
import { isTyping, wordsOnly } from './text.ts'

type Statement = { all(...values: unknown[]): unknown[]; run(...values: unknown[]): unknown }
type Database = { exec(sql: string): unknown; prepare(sql: string): Statement; serialize?(): Uint8Array }
type Open = (bytes?: Uint8Array) => Database

/** Null where SQLite can't be had; the reason is said by the caller. */
export async function sqlite(): Promise<Engine | null> {
  const open = await findSqlite()
  return (
    open && {
      name: 'SQLite FTS5',
      build: (documents) => build(open, documents),
      open: (bytes) => search(open, bytes),
    }
  )
}

async function findSqlite(): Promise<Open | null> {
  try {
    const { default: Sqlite } = await import('better-sqlite3')
    return (bytes) => new Sqlite(bytes ? Buffer.from(bytes) : ':memory:') as unknown as Database
  } catch {
    return null
  }
}

async function build(open: Open, documents: Parameters<Engine['build']>[0]): Promise<Uint8Array> {
  const database = open()
  database.exec(
    "CREATE VIRTUAL TABLE shelf USING fts5(id UNINDEXED, title, body, tokenize = 'porter unicode61 remove_diacritics 2')",
  )
  const insert = database.prepare('INSERT INTO shelf (id, title, body) VALUES (?, ?, ?)')
  database.exec('BEGIN')
  for (const { id, title, body } of documents) insert.run(id, title, body)
  database.exec('COMMIT')
  database.exec("INSERT INTO shelf(shelf) VALUES ('optimize')")
  return database.serialize?.() ?? new Uint8Array(0)
}

async function search(open: Open, bytes: Uint8Array): ReturnType<Engine['open']> {
  const database = open(bytes)
  const select = database.prepare(
    'SELECT id FROM shelf WHERE shelf MATCH ? ORDER BY bm25(shelf, 0, 1.2, 1) LIMIT ?',
  )
  return (query, limit) => {
    const words = wordsOnly(query)
    if (words.length === 0) return []
    const terms = words.map((word, i) =>
      isTyping(query) && i === words.length - 1 ? `"${word}"*` : `"${word}"`,
    )
    return (select.all(terms.join(' OR '), limit) as { id: string }[]).map((row) => row.id)
  }
}
