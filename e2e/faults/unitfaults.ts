/**
 * Faults that unit tests must see: each takes a guard or a mend out. For the mends of the compiler the random
 * documents of `silence.test.ts` have to find again what was lost without a word.
 */
import type { Fault } from './faults.ts'

const fault = (
  name: string,
  [spec, test]: readonly [spec: string, test: string],
  ...changes: readonly (readonly [file: string, find: string, replace: string])[]
): Fault => ({
  name,
  changes: changes.map(([file, find, replace]) => ({ file, find, replace })),
  seenBy: { spec, test },
})

const silence = ['src-compiler/silence/silence.test.ts', 'random documents'] as const
const samples = ['src-compiler/samples/samples.test.ts', 'is compiled, or refused'] as const
const leftovers = 'src-compiler/2-parse/leftovers.ts'
const durability = 'src-main/userdata/durability.test.ts'

export const unitFaults: readonly Fault[] = [
  // -- nothing an author wrote disappears in silence
  fault('values are cut at a #', silence, [
    'src-compiler/1-read/hashsigns.ts',
    'if (!/[ \\t]#/.test(text)) return',
    "if (text !== '') return",
  ]),
  fault('markup that fails is not named', silence, [
    leftovers,
    'const matches = [...source.matchAll(pattern)]',
    "const matches = [...''.matchAll(pattern)]",
  ]),
  fault(
    'stars close before no suffix, and nothing says so',
    silence,
    [
      'src-compiler/2-parse/suffixes.ts',
      'if (token && isStrong && isAfterWord && isBeforeWord) token._close = true',
      'void [token, isStrong, isAfterWord, isBeforeWord]',
    ],
    [leftovers, 'const matches = [...source.matchAll(pattern)]', "const matches = [...''.matchAll(pattern)]"],
  ),
  fault(
    'any word defines a link, and nothing says so',
    silence,
    [
      'src-compiler/2-parse/linkdefinitions.ts',
      'if (destination && isDefinedAddress(this.sliceSerialize(destination))) return ok(code)',
      'if (destination) return ok(code)',
    ],
    [
      'src-compiler/2-parse/parse.ts',
      'for (const definition of definitions) reportDefinition(definition, rangeOf(definition, whole), conversion)',
      'void reportDefinition',
    ],
  ),
  fault('lists are counted anew', silence, [
    'src-compiler/2-parse/listnumbers.ts',
    "(digits === '' ? start + i : Number(digits))",
    "(digits === '' ? start : start + i)",
  ]),
  fault('a line below a table is a row', silence, [
    'src-compiler/2-parse/tables.ts',
    'const below = node.children.slice(Math.max(1, rows))',
    'const below = node.children.slice(Math.max(node.children.length, rows))',
  ]),
  fault('blanks that do not break stay in markup', silence, [
    'src-compiler/1-read/letters/blanks.ts',
    'if (!aSpecial.test(text) ||',
    "if (text !== '' ||",
  ]),
  fault('a backslash does not make the signs of a box text', samples, [
    'src-compiler/2-parse/boxes.ts',
    "text?.type === 'text' && source.text.startsWith('[!', text.position?.start.offset)",
    "text?.type === 'text' && source.text !== ''",
  ]),
  fault('a backslash does not make braces text', samples, [
    'src-compiler/2-parse/headings.ts',
    'const bracesAt = isEscaped ? null : found',
    'const bracesAt = isEscaped && found ? found : found',
  ]),
  fault(
    'more carets than signs',
    ['src-compiler/render.test.ts', 'never shows more carets'],
    [
      'src-compiler/render.ts',
      "'^'.repeat(Math.max(1, lengthOf(meant)))",
      "'^'.repeat(Math.max(location.length, lengthOf(meant)))",
    ],
  ),
  fault(
    'semicolons part no cells',
    ['src-compiler/3-resolve/csv.test.ts', 'is found: '],
    ['src-compiler/3-resolve/csv.ts', "one === ',' || text.includes(one)", "one === ',' || text === one"],
  ),

  // -- what the reader made, and what foreign bytes may do
  fault(
    'a file is not flushed',
    [durability, 'writes, flushes, closes and reads back'],
    ['src-main/userdata/replace.ts', '    await handle.sync()\n', ''],
  ),
  fault(
    'the folder is not flushed',
    [durability, 'writes, flushes, closes and reads back'],
    ['src-main/userdata/replace.ts', '  await handle?.sync().catch(() => undefined)\n', ''],
  ),
  fault(
    'requests of any size are copied',
    ['src-bridge/preload.test.ts', 'refuses a request before it is copied'],
    ['src-bridge/preload.ts', 'if (!fits(request))', 'if (fits === undefined)'],
  ),
  fault(
    'documents that hang the parser are waited for',
    ['src-compiler/2-parse/apart.test.ts', 'are named when they take too long'],
    [
      'src-compiler/2-parse/apart.ts',
      'new Isolated({ launch, ...limits, ...own })',
      'new Isolated({ launch, ...limits })',
    ],
  ),
  fault(
    'a stuck page is not hidden',
    ['src-main/windows/stuckpage.test.ts', 'minimises the window of a page that covers nothing'],
    [
      'src-main/windows/stuckpage.ts',
      'if (!this.#covered) this.#dependencies.minimise()',
      'void this.#covered',
    ],
  ),
  fault(
    'a packaged app starts with any switch that has no bad name',
    ['src-main/lockdown/switches.test.ts', 'refuses each switch that is not allowed'],
    [
      'src-main/lockdown/process.ts',
      '...strangersAmong(process.argv.slice(1), process.platform)',
      '...strangersAmong([], process.platform)',
    ],
  ),
  fault(
    'a text may hide in tags',
    ['src-library/model/controlcharacters.test.ts', 'letters that draw nothing and tags are unwanted'],
    ['src-library/model/controlcharacters.ts', '[\\u{e0000}-\\u{e007f}]/gu', '[\\u{e0080}-\\u{e0081}]/gu'],
  ),
  fault(
    'another file travels behind a picture',
    ['src-compiler/3-resolve/images.test.ts', 'with and without a file behind it'],
    [
      'src-compiler/3-resolve/images.ts',
      'return end === null ? bytes.length : Math.min(end, bytes.length)',
      'return end === null ? bytes.length : bytes.length',
    ],
  ),

  // -- the table of writing
  ...(
    [
      [
        'a fraction is not read as its digits',
        'words/writing.ts',
        'if (fraction.test(letter)) {',
        'if (fraction.test(`x${letter}`)) {',
        'is found at each end of a range',
      ],
      [
        'initials with blanks are letters',
        'words/words.ts',
        'if (initials.length > 1) {',
        'if (initials.length > 99) {',
        'is found, alone and among',
      ],
      [
        'the sign of a number is a word',
        'words/words.ts',
        'if (sign > 0) {',
        'if (sign > 99) {',
        'the sign of a number',
      ],
      [
        'a short number is two numbers',
        'asking/query.ts',
        'if (short !== null)',
        'if (short === undefined)',
        'a short number is found',
      ],
    ] as const
  ).map(([name, file, find, replace, test]) =>
    fault(name, ['src-library/search/writing.test.ts', test], [`src-library/search/${file}`, find, replace]),
  ),
  fault(
    'a dialog that could not be shown is the last',
    ['src-main/windows/onequestion.test.ts', 'after a dialog that could not be shown'],
    [
      'src-main/windows/onequestion.ts',
      '    } finally {\n      this.#open = false',
      '    } finally {\n      void this.#open',
    ],
  ),
]
