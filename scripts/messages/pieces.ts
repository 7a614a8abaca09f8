/**
 * The texts of a catalogue, found in its source. A catalogue is TypeScript: an object of strings and of functions that
 * return strings. Its texts are the string and template literals in it; everything else is left as it is.
 *
 *   source                                              pieces
 *   name: 'About',                                      about.name            About
 *   found: (n, q) => `${count(n, 'hit', 'hits')} …`     search.found          {count(n, …)} …
 *                                                       search.found · 2      hit
 *                                                       search.found · 3      hits
 */
import ts from 'typescript'

/** One text. `part` tells the pieces of a message apart, from 1; 0 for the only one. Offsets are in UTF-16 units. */
export type Piece = {
  readonly message: string
  readonly part: number
  /** With a placeholder in braces for each value that is filled in. */
  readonly text: string
  readonly placeholders: readonly Placeholder[]
  /** Of the literal with its quotes: [start, end). */
  readonly start: number
  readonly end: number
}

/** `name` is what the table shows, `source` what is between `${` and `}` in the code. */
export type Placeholder = { readonly name: string; readonly source: string }

type TextNode = ts.StringLiteral | ts.NoSubstitutionTemplateLiteral | ts.TemplateExpression

/** Texts that the code compares or looks up, and a reader never sees. */
const isCode = (node: ts.Node): boolean => {
  const { parent } = node
  return (
    ts.isImportDeclaration(parent) ||
    ts.isLiteralTypeNode(parent) ||
    (ts.isPropertyAssignment(parent) && parent.name === node) ||
    (ts.isElementAccessExpression(parent) && parent.argumentExpression === node) ||
    (ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText())) ||
    (ts.isNewExpression(parent) && parent.expression.getText().startsWith('Intl')) ||
    (ts.isCallExpression(parent) && isFormatter(parent, node))
  )
}

/** `n.toLocaleString('ru')`, `formatNumber(n, 'az')`: the literal is a language. */
const isFormatter = (call: ts.CallExpression, node: ts.Node): boolean =>
  /(?:toLocaleString|formatNumber|formatDate|select)$/.test(call.expression.getText()) &&
  ts.isStringLiteral(node)

/** Every text of a source file, in its order. */
export function piecesOf(name: string, source: string): readonly Piece[] {
  const file = ts.createSourceFile(name, source, ts.ScriptTarget.Latest, true)
  const found: { message: string; node: TextNode }[] = []
  const visit = (node: ts.Node, path: readonly string[]): void => {
    if (ts.isPropertyAssignment(node)) {
      if (isSetting(node)) return
      return visit(node.initializer, [...path, node.name.getText(file).replaceAll(/['"]/g, '')])
    }
    if (ts.isVariableDeclaration(node)) {
      const isCatalogue = node.initializer !== undefined && ts.isObjectLiteralExpression(node.initializer)
      if (node.initializer !== undefined)
        visit(node.initializer, isCatalogue ? path : [...path, node.name.getText(file)])
      return
    }
    if (isText(node) && !isCode(node)) found.push({ message: path.join('.'), node })
    ts.forEachChild(node, (child) => visit(child, path))
  }
  visit(file, [])
  const counts = new Map<string, number>()
  for (const { message } of found) counts.set(message, (counts.get(message) ?? 0) + 1)
  const seen = new Map<string, number>()
  return found.map(({ message, node }) => {
    const at = (seen.get(message) ?? 0) + 1
    seen.set(message, at)
    const part = counts.get(message) === 1 ? 0 : at
    return { message, part, ...read(node, file), start: node.getStart(file), end: node.getEnd() }
  })
}

/** `language` and `direction` are for the program. */
const isSetting = (node: ts.PropertyAssignment): boolean =>
  /^(?:language|direction)$/.test(node.name.getText()) && ts.isStringLiteral(withoutCast(node.initializer))

const withoutCast = (node: ts.Expression): ts.Expression => (ts.isAsExpression(node) ? node.expression : node)

const isText = (node: ts.Node): node is TextNode =>
  ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node) || ts.isTemplateExpression(node)

function read(node: TextNode, file: ts.SourceFile): Pick<Piece, 'text' | 'placeholders'> {
  if (!ts.isTemplateExpression(node)) return { text: node.text, placeholders: [] }
  const placeholders: Placeholder[] = []
  let text = node.head.text
  for (const { expression, literal } of node.templateSpans) {
    const source = expression.getText(file)
    const name = nameOf(expression, file)
    placeholders.push({ name, source })
    text += `{${name}}${literal.text}`
  }
  return { text, placeholders }
}

/** What the table shows for a value: its own name, a call with its first argument, or that it is a choice. */
function nameOf(expression: ts.Expression, file: ts.SourceFile): string {
  if (ts.isIdentifier(expression) || ts.isPropertyAccessExpression(expression))
    return expression.getText(file)
  if (!ts.isCallExpression(expression)) return 'choice'
  const [first, ...more] = expression.arguments
  const given = first === undefined ? '' : isText(first) ? '…' : first.getText(file)
  return `${expression.expression.getText(file)}(${given}${more.length > 0 ? ', …' : ''})`
}

/** Why a changed text can't be taken. */
export type Refusal =
  { readonly kind: 'empty' } | { readonly kind: 'placeholders'; readonly expected: readonly string[] }

/**
 * The source of a literal with another text, or why not. Placeholders may change their order; each must be there as
 * often as it was.
 */
export function written(piece: Piece, text: string): string | Refusal {
  if (text.trim() === '' && piece.text.trim() !== '') return { kind: 'empty' }
  if (piece.placeholders.length === 0) return literal(text)
  const names = piece.placeholders.map(({ name }) => name)
  const parts = split(text, names)
  const given = parts.flatMap((part) => (typeof part === 'string' ? [] : [part.name]))
  if ([...given].sort().join('\n') !== [...names].sort().join('\n'))
    return { kind: 'placeholders', expected: names }
  const left = [...piece.placeholders]
  const body = parts.map((part) => {
    if (typeof part === 'string') return part.replaceAll(/[\\`]|\$(?=\{)/g, '\\$&')
    const at = left.findIndex(({ name }) => name === part.name)
    const [placeholder] = left.splice(at, 1)
    return `\${${placeholder?.source ?? ''}}`
  })
  return `\`${body.join('')}\``
}

/** Text and placeholders, in turn. Braces around anything else are text. */
function split(text: string, names: readonly string[]): (string | { readonly name: string })[] {
  const parts: (string | { name: string })[] = []
  let rest = text
  while (rest !== '') {
    const next = names
      .map((name) => ({ name, at: rest.indexOf(`{${name}}`) }))
      .filter(({ at }) => at >= 0)
      .sort((one, other) => one.at - other.at)[0]
    if (next === undefined) {
      parts.push(rest)
      break
    }
    parts.push(rest.slice(0, next.at), { name: next.name })
    rest = rest.slice(next.at + next.name.length + 2)
  }
  return parts
}

/** In single quotes, as the formatter writes it; in double ones where that saves escapes. */
function literal(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'"
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\u00a0', '\\u00a0')
  return quote + escaped + quote
}
