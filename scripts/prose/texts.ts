/**
 * The prose of a source file. Each function gives a text as long as the file: prose is where it was, all else is blank.
 * So a sentence may run over several lines, and an offset in it is an offset in the file.
 *
 *   file            prose
 *   .ts .mjs .js    comments, and the titles of tests
 *   .svelte         comments of markup, script and style
 *   .css            comments
 *   .md             paragraphs, headings, lists and tables
 *
 * Code in backticks and quoted words are mentioned, not said: they are blanked too.
 */
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import ts from 'typescript'
import { unified } from 'unified'
import type { Nodes } from 'mdast'

/** The prose of a file by its name; null for a kind of file that has none. */
export function proseOf(name: string, source: string): string | null {
  const blank = (prose: string): string => withoutMentions(prose)
  if (/\.(?:ts|mjs|cjs|js)$/.test(name)) return blank(merge(comments(source), testTitles(name, source)))
  if (name.endsWith('.svelte')) return blank(merge(merge(comments(source), markupComments(source)), ''))
  if (name.endsWith('.css')) return blank(comments(source))
  if (name.endsWith('.md')) return blank(markdown(source))
  return null
}

/** A text of the same lines and length with nothing in it. */
const blankOf = (source: string): string => source.replaceAll(/[^\n]/g, ' ')

/** Two texts over each other, of which one is blank where the other is not. */
function merge(one: string, other: string): string {
  if (other === '') return one
  return Array.from(one, (_, at) => at)
    .map((at) => (one[at] === ' ' ? (other[at] ?? ' ') : (one[at] ?? ' ')))
    .join('')
}

class Copy {
  readonly #source: string
  readonly #parts: string[] = []
  #end = 0

  constructor(source: string) {
    this.#source = source
  }

  /** Copies [start, end); `change` keeps the length. Ranges come in order. */
  take(start: number, end: number, change: (text: string) => string = (text) => text): void {
    if (start < this.#end) return
    this.#parts.push(blankOf(this.#source.slice(this.#end, start)), change(this.#source.slice(start, end)))
    this.#end = end
  }

  get text(): string {
    return this.#parts.join('') + blankOf(this.#source.slice(this.#end))
  }
}

/** `/* … *\/` and `// …`, without their marks. Also of CSS, and of the scripts and styles of a component. */
function comments(source: string): string {
  const copy = new Copy(source)
  // Strings and regular expressions may hold what looks like a comment: they are stepped over.
  const token =
    /\/\*[\s\S]*?\*\/|(?<![:"'`\\/])\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|(?<=[(,=:[!&|?{};\n]\s*)\/(?![/*])(?:[^/\\\n[]|\\.|\[(?:[^\]\\\n]|\\.)*\])+\/[a-z]*/g
  for (const { 0: found, index } of source.matchAll(token)) {
    if (found.startsWith('/*')) copy.take(index, index + found.length, withoutMarks)
    // Directives for tools are no prose.
    else if (found.startsWith('//') && !/^\/\/ *(?:@|eslint|prettier|#|<)/.test(found))
      copy.take(index, index + found.length, (text) => text.replace(/^\/\//, '  '))
  }
  return copy.text
}

/** Blanks stars at the beginnings of lines, tags of JSDoc with their types, and tables drawn with blanks. */
const withoutMarks = (text: string): string =>
  text
    .replaceAll(/\/\*\*?|\*\/|(?<=\n\s*)\*/g, (mark) => ' '.repeat(mark.length))
    .replaceAll(/^[ *]*\S.*\S {3,}\S.*$/gm, (drawing) => ' '.repeat(drawing.length))
    .replaceAll(/@\w+(?: \{[^}\n]*\})?(?: \[?[\w.]+\]?(?= ))?/g, (tag) => ' '.repeat(tag.length))

function markupComments(source: string): string {
  const copy = new Copy(source)
  for (const { 0: found, index } of source.matchAll(/<!--[\s\S]*?-->/g))
    copy.take(index, index + found.length, (text) => text.replace('<!--', '    ').replace('-->', '   '))
  return copy.text
}

/** The first argument of `test`, `it` and `describe`, in all their forms. */
function testTitles(name: string, source: string): string {
  if (!/\.(?:test|spec)\.ts$/.test(name)) return ''
  const copy = new Copy(source)
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const titles: ts.Node[] = []
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:test|it|describe)\b/.test(node.expression.getText(file))) {
      const [title] = node.arguments
      if (title !== undefined && (ts.isStringLiteral(title) || ts.isTemplateLiteral(title)))
        titles.push(title)
    }
    ts.forEachChild(node, visit)
  }
  visit(file)
  for (const title of titles.sort((one, other) => one.getStart(file) - other.getStart(file))) {
    // A full stop keeps two titles from being one sentence.
    copy.take(title.getStart(file) + 1, title.getEnd(), (text) =>
      text.replaceAll(/\$\{[^}]*\}/g, (hole) => 'x'.padEnd(hole.length)).replace(/.$/, '.'),
    )
  }
  return copy.text
}

const markdownParser = unified().use(remarkParse).use(remarkGfm)

/** Words of Markdown. From `<!-- prose off -->` to `<!-- prose on -->` nothing is read. */
function markdown(source: string): string {
  const copy = new Copy(source)
  let isOn = true
  const visit = (node: Nodes): void => {
    if (node.type === 'html') {
      if (node.value.includes('prose off')) isOn = false
      if (node.value.includes('prose on')) isOn = true
    }
    const start = node.position?.start.offset
    const end = node.position?.end.offset
    if (node.type === 'text' && isOn && start !== undefined && end !== undefined) copy.take(start, end)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(markdownParser.parse(source))
  // A cell, an item and a heading end their sentence.
  return copy.text
}

/** Blanks code and quoted words: they are mentioned, and may be anything. */
const withoutMentions = (prose: string): string =>
  prose.replaceAll(/`[^`\n]*`|“[^”]*”|«[^»]*»|"[^"\n]*"/g, (mention) =>
    mention.replaceAll(/[^\n]/g, (_letter, at: number) => (at === 0 ? 'x' : ' ')),
  )
