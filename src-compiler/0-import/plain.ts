/** What a web page leaves around a text that was copied from it: the site's name above, a comment form below. */
import type { Remark } from './draft.ts'

/** Lines of comment forms and of share buttons, in English, Azerbaijani and Russian. */
const phrases = new RegExp(
  [
    '^leave a (?:reply|comment)',
    '^post a comment',
    '^fill in your details below',
    '^you are commenting using',
    '^connecting to %s',
    '^%d bloggers like this',
    '^notify me of new',
    '^your email address will not be published',
    '^(?:share|like) this',
    '^click to share',
    '^(?:tweet|log in to reply|related posts?|email \\(required\\)|name \\(required\\))\\b',
    '^(?:twitter|facebook|google\\+?|gravatar) (?:picture|photo|logo)$',
    '^şərh (?:yazın?|bildirin|əlavə et)',
    '^şərhlər? ?(?:\\(\\d+\\))?$',
    '^(?:paylaş|paylaşın|bəyən)(?:$|[:!])',
    '^e-poçt ünvanınız dərc edilməyəcək',
    '^cavab (?:yazın|ver)',
    '^(?:оставить|оставьте|добавить|написать) комментарий',
    '^комментарии ?(?:\\(\\d+\\))?$',
    '^ваш (?:e-mail|адрес email) не будет опубликован',
    '^поделиться(?:$|[:!]| )',
    '^(?:нравится|подписаться|ответить)$',
  ].join('|'),
  'iu',
)
const isPhrase = (line: string): boolean => phrases.test(line)

/** UTF-16 units: a longer line behind the first phrase is text of the page. */
const longestButton = 90
const longestTitle = 120

export type Plain = {
  readonly title: string | null
  readonly paragraphs: readonly string[]
  readonly remarks: readonly Remark[]
}

/** The paragraphs of a text without the page around it. */
export function plainText(paragraphs: readonly string[]): Plain {
  const remarks: Remark[] = []
  const end = endOfText(paragraphs)
  const kept = paragraphs.slice(0, end)
  const start = kept.findIndex((line) => !isTitleLike(line))
  const above = start === -1 ? [] : kept.slice(0, start)
  const [first = '', second = ''] = above
  const hasBody = kept.length - above.length >= 2
  const hasSite = above.length === 2 && hasBody && first.length * 2 < second.length && wordsIn(first) <= 4
  const hasTitle = hasBody && (above.length === 1 || hasSite)
  if (hasSite)
    remarks.push({
      code: 'boilerplate-site',
      text: `The name of the site or its part is left out: “${first}”.`,
    })
  for (const line of paragraphs.slice(end))
    remarks.push({ code: 'boilerplate-form', text: `A line of a comment form is left out: “${line}”.` })
  return {
    title: hasTitle ? (hasSite ? second : first) : null,
    paragraphs: hasTitle ? kept.slice(above.length) : kept,
    remarks,
  }
}

/** Where the comment form begins: at the first phrase in the last 60 %, if nothing but short lines follows. */
function endOfText(paragraphs: readonly string[]): number {
  const first = paragraphs.findIndex((line, i) => i >= paragraphs.length * 0.4 && isPhrase(line))
  if (first === -1) return paragraphs.length
  const isForm = paragraphs.slice(first).every((line) => isPhrase(line) || line.length < longestButton)
  return isForm ? first : paragraphs.length
}

const isTitleLike = (line: string): boolean => line.length <= longestTitle && !/[.!?:;,…]["”»)]?$/.test(line)
const wordsIn = (line: string): number => line.split(/\s+/).length
