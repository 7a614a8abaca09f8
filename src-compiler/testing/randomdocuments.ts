/**
 * Random documents of our dialect, and of markup that almost fits it, each with what must come of it. Every word is
 * made of letters that nothing else holds, so that it can be looked for anywhere.
 */
import fc from 'fast-check'

/** What a word must be in the article, unless a message speaks of its line. */
export type Role = 'anywhere' | 'strong' | 'heading' | 'item' | 'cell' | 'value'

export type Expected = {
  readonly word: string
  readonly role: Role
  /** The number of the list item that the word begins. */
  readonly number?: number
}

/** Lines of Markdown with the words they hold. `kind` names the construct. */
export type GeneratedBlock = {
  readonly kind: string
  readonly lines: readonly string[]
  readonly expected: readonly Expected[]
}

export type GeneratedDocument = {
  readonly frontMatter: readonly GeneratedBlock[]
  readonly body: readonly GeneratedBlock[]
}

/** Makes a piece of the words it asks for. */
type Make = (
  word: () => string,
  pick: <T>(from: readonly T[]) => T,
  number: (from: number, to: number) => number,
) => Omit<GeneratedBlock, 'kind'>

const blanks = ['\u00a0', '\u202f', '\u2009', '\ufeff', '\u3000'] as const
const all = (role: Role, ...words: readonly string[]): readonly Expected[] =>
  words.map((word) => ({ word, role }))

/** Constructs by name. The name identifies a failure. */
export const constructs: Readonly<Record<string, Make>> = {
  paragraph: (word) => {
    const words = [word(), word(), word()]
    return { lines: [words.join(' ')], expected: all('anywhere', ...words) }
  },
  'words with invisible signs': (word, pick) => {
    const a = word()
    const sign = pick(['\u00ad', '\u200b', '\ufeff', '\u2060', '\u034f'])
    return { lines: [`${a.slice(0, 3)}${sign}${a.slice(3)}`], expected: all('anywhere', a) }
  },
  'a line [label]: word': (word, pick) => {
    const [a, b] = [word(), word()]
    const before = pick(['', '- ', '> ', '1. '])
    return {
      lines: [`${before}[${a}]: ${b}${pick(['', '.', '!', ' "' + 'x"'])}`],
      expected: all('anywhere', a, b),
    }
  },
  'a definition that no link uses': (word) => {
    const [a, b, c] = [word(), word(), word()]
    return { lines: [`[${a}]: https://example.org/${b} "${c}"`], expected: all('anywhere', a, b, c) }
  },
  'a link with a title': (word) => {
    const [a, b] = [word(), word()]
    return { lines: [`[${a}](https://example.org/x "${b}")`], expected: all('anywhere', a, b) }
  },
  'a link that fails': (word, pick) => {
    const [a, b] = [word(), word()]
    const lines = [
      pick([
        `[${a}](tel:+994 12 ${b})`,
        `[${a}] (https://example.org/${b})`,
        `[${a}][${b}]`,
        `[[${a}${b}]]`,
        `<tel:+994 ${a} ${b}>`,
      ]),
    ]
    return { lines, expected: all('value', a, b) }
  },
  'a mark that fails': (word, pick) => {
    const [a, b] = [word(), word()]
    return {
      lines: [`${a} ${pick([`[^s1, p. ${b}]`, `^[${b}]`, `[@${b}]`, `[^ ${b}]`])}`],
      expected: all('value', b),
    }
  },
  'strong words with a suffix': (word, pick) => {
    const [a, b] = [word(), word()]
    const [open, close] = pick([
      ['«', '»'],
      ['“', '”'],
      ['(', ')'],
      ['', '%'],
      ['', '.'],
    ] as const)
    return { lines: [`**${open}${a}${close}**${b}`], expected: [...all('strong', a), ...all('anywhere', b)] }
  },
  'strong words that fail': (word, pick) => {
    const [a, b] = [word(), word()]
    return {
      lines: [pick([`** ${a} **`, `__${a}__${b}`, `**${a}`, `~~ ${a} ~~`, `_${a}_${b}`, `==${a}==`])],
      expected: all('strong', a),
    }
  },
  'numbers between stars': (word, _pick, number) => {
    const a = word()
    return { lines: [`${a} ${number(2, 9)}*3*${number(2, 9)}`], expected: all('anywhere', a) }
  },
  'a list that skips numbers': (word, pick, number) => {
    const sign = pick(['.', ')'])
    // From two on: `1. 1. 1.` asks to be counted.
    let at = number(2, 6)
    const items = Array.from({ length: 4 }, () => ({ word: word(), number: (at += number(0, 3)) }))
    return {
      lines: items.map((one) => `${one.number}${sign} ${one.word}`),
      expected: items.map(({ word, number }) => ({ word, role: 'item' as const, number })),
    }
  },
  'a counted list': (word) => {
    const words = [word(), word(), word()]
    return {
      lines: words.map((one) => `1. ${one}`),
      expected: words.map((one, i) => ({ word: one, role: 'item' as const, number: i + 1 })),
    }
  },
  'a line below a table': (word, pick) => {
    const [a, b, c, d] = [word(), word(), word(), word()]
    const below = pick([`Source: ${d}`, d, `*${d}*`])
    return {
      lines: [`| ${a} | ${b} |`, '|---|---|', `| ${c} | x |`, below],
      expected: [...all('cell', a, b, c), ...all('value', d)],
    }
  },
  'a table whose head does not fit': (word, pick) => {
    const [a, b, c] = [word(), word(), word()]
    return {
      lines: pick([
        [`| ${a} | ${b} | ${c} |`, '|---|---|', '| x | y |'],
        [`| ${a} | ${b} |`, `| ${c} | x |`],
        [`${a} | ${b}`, '--|--|--', `${c} | x`],
      ]),
      expected: all('cell', a, b, c),
    }
  },
  'a row with a cell too many': (word) => {
    const [a, b, c] = [word(), word(), word()]
    return { lines: [`| ${a} | x |`, '|---|---|', `| 1 | ${b} | ${c} |`], expected: all('cell', a, b, c) }
  },
  'a blank that does not break': (word, pick) => {
    const [a, b] = [word(), word()]
    const blank = pick(blanks)
    return pick([
      { lines: [`##${blank}${a}`, '', b], expected: [...all('heading', a), ...all('anywhere', b)] },
      { lines: [`-${blank}${a}`, `-${blank}${b}`], expected: all('item', a, b) },
      {
        lines: [`1.${blank}${a}`, `2.${blank}${b}`],
        expected: [
          { word: a, role: 'item', number: 1 },
          { word: b, role: 'item', number: 2 },
        ],
      },
      {
        lines: [`|${blank}${a}${blank}| x |`, `|${blank}---${blank}|---|`, `| ${b} | y |`],
        expected: all('cell', a, b),
      },
    ])
  },
  'a heading that fails': (word, pick) => {
    const a = word()
    return { lines: [pick([`##${a}`, `####### ${a}`])], expected: all('heading', a) }
  },
  'a heading with braces': (word, pick) => {
    const [a, b] = [word(), word()]
    return {
      lines: [pick([`## ${a} {.${b}}`, `## ${a} {.x #${b}}`, `## ${a} {#${b}} x`, `## ${a} {#${b}}`])],
      expected: [...all('heading', a), ...all('anywhere', b)],
    }
  },
  'a box with a title': (word, pick) => {
    const [a, b] = [word(), word()]
    return {
      lines: [`> [!${pick(['NOTE', 'WARNING', 'TIP'])}] ${a}`, `> ${b}`],
      expected: [...all('value', a), ...all('anywhere', b)],
    }
  },
  'a box that is none': (word) => {
    const a = word()
    return { lines: [`[!NOTE] ${a}`], expected: all('value', a) }
  },
  'markup behind a backslash': (word, pick) => {
    const [a, b] = [word(), word()]
    const lines = pick([
      [`> \\[!${a}] ${b}`],
      [`> \\[!NOTE] ${a}`, `> ${b}`],
      [`## ${a} \\{#${b}}`],
      [`## ${a} {#${b}\\}`],
      [`[${a}]\\{lang=${b}}`],
      [`\\[${a}]{lang=${b}}`],
      [a, `\\: ${b}`],
      [`Table\\: ${a}`, '', `| ${b} |`, '|---|', '| x |'],
    ])
    return { lines, expected: all('anywhere', a, b) }
  },
  'a row without its first bar': (word) => {
    const [a, b, c] = [word(), word(), word()]
    return {
      lines: [`| ${a} | x |`, '|---|---|', '| 1 | 2 |', `${b} | ${c}`],
      expected: [...all('cell', a), ...all('value', b, c)],
    }
  },
  'a number without a blank inside a list': (word, pick) => {
    const [a, b, c] = [word(), word(), word()]
    return {
      lines: [`1. ${a}`, `2${pick(['.', ')'])}${b}`, `3. ${c}`],
      expected: [
        { word: a, role: 'item', number: 1 },
        { word: b, role: 'item', number: 2 },
        { word: c, role: 'item', number: 3 },
      ],
    }
  },
  'a fence with words, not closed': (word) => {
    const [a, b] = [word(), word()]
    return { lines: ['~~~ ' + a, b, '~~~~'], expected: all('anywhere', a, b) }
  },
  'typed bullets': (word, pick) => {
    const [a, b] = [word(), word()]
    const sign = pick(['• ', '– ', '·\u00a0', 'a) ', '1.1. '])
    return { lines: [`${sign}${a}`, `${sign}${b}`], expected: all('item', a, b) }
  },
  'a definition of a term': (word) => {
    const [a, b] = [word(), word()]
    return { lines: [a, `: ${b}`], expected: all('anywhere', a, b) }
  },
  'a note': (word) => {
    const [a, b] = [word(), word()]
    return { lines: [`${a}[^n${b}]`, '', `[^n${b}]: ${b}`], expected: all('anywhere', a, b) }
  },
}

const values: Readonly<
  Record<string, (word: () => string, pick: <T>(from: readonly T[]) => T) => Omit<GeneratedBlock, 'kind'>>
> = {
  'a value with a #': (word, pick) => {
    const [a, b] = [word(), word()]
    return { lines: [`summary:${pick([' ', '\u00a0'])}${a} #${b}`], expected: all('anywhere', a, b) }
  },
  'a value that begins with a #': (word) => {
    const a = word()
    return { lines: [`summary: #${a}`], expected: all('anywhere', a) }
  },
  'a value behind a sign of YAML': (word, pick) => {
    const [a, b] = [word(), word()]
    return { lines: [`summary: ${pick(['&', '!', '> ', '| '])}${a} ${b}`], expected: all('anywhere', a, b) }
  },
  'a comment behind a value': (word) => {
    const [a, b] = [word(), word()]
    return { lines: [`summary: "${a}" # ${b}`], expected: all('anywhere', a, b) }
  },
}

/** From numbers alone, so that fast-check can make them smaller. */
export const documents: fc.Arbitrary<GeneratedDocument> = fc
  .tuple(
    fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    fc.array(fc.nat(Object.keys(constructs).length - 1), { minLength: 1, maxLength: 6 }),
    fc.nat(Object.keys(values).length),
  )
  .map(([seed, chosen, value]) => {
    let state = seed
    const random = (below: number): number => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
      return (state >>> 8) % below
    }
    let count = 0
    const word = (): string => {
      count++
      return `q${[...count.toString().padStart(3, '0')].map((digit) => 'bdfgklmprs'[Number(digit)]).join('')}${'aeiou'[random(5)] ?? 'a'}z`
    }
    const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T
    const number = (from: number, to: number): number => from + random(to - from + 1)
    const body = chosen.map((i): GeneratedBlock => {
      const [kind = '', make] = Object.entries(constructs)[i] ?? []
      return { kind, lines: [], expected: [], ...make?.(word, pick, number) }
    })
    const [kind = '', make] = Object.entries(values)[value] ?? []
    return { frontMatter: make ? [{ kind, ...make(word, pick) }] : [], body }
  })
