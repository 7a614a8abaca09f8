/**
 * `asked/<article id>.yaml`: questions that the sections of an article answer, in the words of people who ask. Search
 * finds a section by them; they are printed nowhere.
 *
 *     hotline-152:
 *       en: [who do I ring, is it free]
 *       az: [kimə zəng edim]
 */
import type { Diagnostics, Report } from '../diagnostics.ts'
import { Fields, type LanguageText, type TextAt } from './fields.ts'
import { openText, type OpenedText } from './open.ts'
import { readYaml } from './yaml.ts'

export type QuestionsSetting = {
  /** By the file's name. */
  readonly article: string
  readonly sections: readonly { readonly anchor: TextAt; readonly questions: readonly LanguageText[] }[]
  readonly report: Report
}

/** UTF-16 units of a question; and how many of one language lead to one section. With more, it is found by everything. */
export const longestQuestion = 100
export const mostQuestions = 16

const example = 'hotline-152: { en: [who do I ring, is it free] }'

export function readQuestions(
  files: ReadonlyMap<string, Uint8Array>,
  diagnostics: Diagnostics,
): readonly QuestionsSetting[] {
  return [...files].flatMap(([path, bytes]) => {
    const article = /^asked\/([^/]+)\.yaml$/.exec(path)?.[1]
    const opened = article === undefined ? null : openText(path, bytes, diagnostics)
    return opened && article !== undefined ? [askedIn(article, opened)] : []
  })
}

function askedIn(article: string, { text: { text }, report }: OpenedText): QuestionsSetting {
  const tree = readYaml({ text, at: { start: 0, end: text.length }, report, code: 'bad-asked' })
  if (tree?.kind !== 'map') {
    if (tree) report('bad-asked', tree.at, 'This should be sections by their anchors.', example)
    return { article, sections: [], report }
  }
  const fields = new Fields(tree, report)
  const sections = [...tree.entries].map(([name, { key }]) => ({
    anchor: { value: name, at: key },
    questions: fields.phrases(name).filter((question) => isShort(question, report)),
  }))
  for (const { anchor, questions } of sections) checkCount(anchor, questions, report)
  return { article, sections, report }
}

function isShort({ text, at }: LanguageText, report: Report): boolean {
  if (text.length <= longestQuestion) return true
  report(
    'bad-asked',
    at,
    `A question has up to ${longestQuestion} characters; this has ${text.length}.`,
    'Leave in what a person would type.',
  )
  return false
}

function checkCount(anchor: TextAt, questions: readonly LanguageText[], report: Report): void {
  const known = new Set<string>()
  const counts = new Map<string, number>()
  for (const { language, text, at } of questions) {
    const key = `${language} ${text.toLowerCase()}`
    if (known.has(key)) report('bad-asked', at, `“${text}” is here twice.`, 'Take one of the two out.')
    known.add(key)
    const count = (counts.get(language) ?? 0) + 1
    counts.set(language, count)
    if (count === mostQuestions + 1)
      report(
        'bad-asked',
        at,
        `\`${anchor.value}\` has more than ${mostQuestions} questions in \`${language}\`: it would be found by everything.`,
        'Keep those that people ask most.',
      )
  }
}
