/**
 * Blanks where markup needs a plain one. Word and web pages write U+00A0 and its kin, which look like a blank and
 * break nothing: `##<U+00A0>Heading` is no heading, `title:<U+00A0>A` no key, and a line that holds nothing else is no
 * empty line. There they are read as plain blanks, one for one; everywhere else they stay.
 */
const special = '\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000\u200b\u2060\ufeff'
const aSpecial = new RegExp(`[${special}]`)
const blank = `[ \\t${special}]`

/** Signs that open a block, and the blank behind them; as many as there are, one inside the other. */
const opening = new RegExp(
  `^(?:${blank}*(?:#{1,6}|[-+*]|\\d{1,9}[.)]|>|\\[[ xX${special}]\\]|:|\\[\\^[^\\]\\s]+\\]:|Table:))+(?=${blank})${blank}`,
  'u',
)
/** Lines of nothing but rules, rows of hyphens or blanks. */
const signsOnly = new RegExp(`^(?:${blank}|[-=*_|:>])*$`, 'u')
const aroundBar = new RegExp(`[${special}]+(?=\\|)|(?<=\\|)[${special}]+`, 'gu')
/** Indentation, dashes, a key and the blanks behind them. */
const yamlHead = new RegExp(`^${blank}*(?:-${blank}+)*(?:[^\\s"'#:[{]+${blank}*:${blank}+)?`, 'u')
const everySpecial = new RegExp(`[${special}]`, 'gu')

export type Blanks = {
  /** As long as what was handed in. */
  readonly text: string
  readonly count: number
  /** Offset of the first that was replaced; null if there is none. */
  readonly first: number | null
}

/** `path` says what the text is: Markdown with front matter, YAML, or neither, which stays. */
export function plainBlanks(text: string, path: string): Blanks {
  const isMarkdown = /\.(?:md|markdown)$/i.test(path)
  if (!aSpecial.test(text) || !(isMarkdown || /\.ya?ml$/i.test(path))) return { text, count: 0, first: null }
  let inYaml = !isMarkdown
  let lines = 0
  let count = 0
  let first: number | null = null
  const mended = text.replace(/[^\r\n]+/g, (line, offset: number) => {
    lines++
    const isFence = isMarkdown && new RegExp(`^---${blank}*$`, 'u').test(line)
    if (isFence && (lines === 1 || inYaml)) inYaml = lines === 1
    const plain = aSpecial.test(line) ? plainLine(line, inYaml && !isFence) : line
    if (plain !== line) {
      count++
      first ??= offset + [...line].findIndex((letter, i) => letter !== plain[i])
    }
    return plain
  })
  return { text: mended, count, first }
}

function plainLine(line: string, isYaml: boolean): string {
  if (signsOnly.test(line)) return line.replace(everySpecial, ' ')
  const replaced = line.replace(isYaml ? yamlHead : opening, (head) => head.replace(everySpecial, ' '))
  return isYaml ? replaced : replaced.replace(aroundBar, (blanks) => ' '.repeat(blanks.length))
}
