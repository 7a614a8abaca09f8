/**
 * Words of a query that are one word in a text, or the other way round. A number with spaces or signs in it is one
 * number if an index has that number. Words with a hyphen or a space between them are searched as they are, and also as
 * their joined form: *co-operation* finds *cooperation*, and *anti trafficking* finds *anti-trafficking*.
 */
import { analyse } from '../words/analyzer.ts'
import { exactForms, isKnown } from './forms.ts'
import { phoneKeys } from '../words/numbers.ts'
import { isStopWord } from '../words/stopwords.ts'
import type { SearchIndex } from '../index/load.ts'
import type { Clause, JoinedForm, Query } from './query.ts'

/** The query with each number that an index has put in for the words it is made of. */
export function withNumbersJoined(indexes: readonly SearchIndex[], query: Query): Query {
  const clauses = [...query.clauses]
  let joined = [...query.joined]
  // A telephone number is joined twice: first whole, then without its town, which is not what was typed.
  const numbers = joined.filter(
    (each, i, all) =>
      each.isNumber && all.findIndex(({ from, to }) => from === each.from && to === each.to) === i,
  )
  // From the last to the first, so that places before stay as they are.
  for (const { word, from, to } of numbers.reverse()) {
    const first = clauses[from]
    const isLast = query.typing && to === clauses.length
    if (first?.kind !== 'word' || to > clauses.length || !stands(indexes, word, isLast)) continue
    clauses.splice(from, to - from, { ...first, word })
    joined = joined.flatMap((each) => {
      if (each.to <= from) return [each]
      if (each.from < to) return []
      const less = to - from - 1
      return [{ ...each, from: each.from - less, to: each.to - less }]
    })
  }
  return { ...query, clauses: clauses.map((clause) => withItsCountry(indexes, clause)), joined }
}

/** Nine digits that stand nowhere may be a telephone number without the code of its country. */
function withItsCountry(indexes: readonly SearchIndex[], clause: Clause): Clause {
  if (clause.kind !== 'word' || !/^\d{9}$/.test(clause.word) || stands(indexes, clause.word, false))
    return clause
  const [whole = clause.word] = phoneKeys(clause.word)
  return stands(indexes, whole, false) ? { ...clause, word: whole } : clause
}

/** The joined forms of neighbouring words of the query that some index contains in any form. */
export function knownJoinedForms(indexes: readonly SearchIndex[], query: Query): readonly JoinedForm[] {
  const typed = query.joined.filter(({ isNumber }) => !isNumber)
  return [...typed, ...neighbours(indexes, query)].filter(({ word }) =>
    indexes.some((index) => isKnown(exactForms(index, word))),
  )
}

/** Shorter stop words begin or end too many words by chance: *a way*, *in form*. */
const shortestStopWord = 4

/** Words side by side, as one: *case worker*, *COVID 19*. One of the two may be a longer stop word: *under age*, *well being*. */
function neighbours(indexes: readonly SearchIndex[], { clauses }: Query): JoinedForm[] {
  const languages = indexes.flatMap((index) => index.languages)
  const kinds = clauses.map((clause) => {
    if (clause.kind !== 'word' || clause.excluded) return 'none'
    if (!/^\p{L}/u.test(clause.word)) return 'number'
    const { surface } = analyse(clause.word, 'en')
    if (!isStopWord(surface, languages)) return 'word'
    return surface.length < shortestStopWord ? 'none' : 'stop'
  })
  return clauses.flatMap((clause, from) => {
    const next = clauses[from + 1]
    const pair = [kinds[from], kinds[from + 1]]
    if (pair.includes('none') || !pair.includes('word') || pair[0] === 'number') return []
    if (clause.kind !== 'word' || next?.kind !== 'word') return []
    return [{ word: clause.word + next.word, from, to: from + 2, isNumber: false }]
  })
}

/** Ways to say a phrase: as it is, with each of its joined words put in by itself, and with all of them. */
export function waysToSay(
  words: readonly string[],
  joined: readonly JoinedForm[],
): readonly (readonly string[])[] {
  const firsts = joined.filter(
    (each, i) => joined.findIndex(({ from, to }) => from === each.from && to === each.to) === i,
  )
  const ways = firsts.map((each) => put(words, [each]))
  return firsts.length > 1 ? [words, ...ways, put(words, firsts)] : [words, ...ways]
}

function put(words: readonly string[], joined: readonly JoinedForm[]): readonly string[] {
  const all = [...words]
  for (const { word, from, to } of [...joined].sort((a, b) => b.from - a.from))
    all.splice(from, to - from, word)
  return all
}

/** Whether an index has a word just so, folded; one that is being typed may go on. */
function stands(indexes: readonly SearchIndex[], word: string, typing: boolean): boolean {
  const { surface } = analyse(word, 'en')
  return indexes.some(({ surfaces }) => {
    if (!typing) return surfaces.find(surface) !== -1
    const { from, to } = surfaces.range(surface)
    return from < to
  })
}
