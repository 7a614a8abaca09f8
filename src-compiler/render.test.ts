import { describe, expect, it } from 'vitest'
import { Diagnostics } from './diagnostics.ts'
import { SourceText } from './1-read/text.ts'
import { renderDiagnostic, renderDiagnostics } from './render.ts'

function rendered(text: string, piece: string): string {
  const diagnostics = new Diagnostics()
  const source = new SourceText('a.md', text)
  diagnostics.about(source)(
    'raw-html',
    source.find(piece, { start: 0, end: text.length }),
    'Said.',
    'Do this.',
  )
  const [diagnostic] = diagnostics.list()
  return diagnostic ? renderDiagnostic(diagnostic) : ''
}

describe('a diagnostic on a terminal', () => {
  it('has the place, the sentence, the line with carets, and the remedy', () => {
    expect(rendered('one\ntwo <b> three', '<b>')).toBe(
      ['a.md:2:5: error: Said. [raw-html]', '    2 | two <b> three', '      |     ^^^', '  Do this.'].join(
        '\n',
      ),
    )
  })

  it('cuts a long line around the place', () => {
    const [, line, carets] = rendered(`${'x'.repeat(5_000_000)}<b>${'y'.repeat(5_000_000)}`, '<b>').split(
      '\n',
    )
    expect(line).toHaveLength(110)
    expect(line?.slice(carets?.indexOf('^'))).toMatch(/^<b>y/)
  })

  it('keeps the carets below letters with marks, tabs and pairs', () => {
    const [, line, carets] = rendered('👩 e\u0301\t<b>', '<b>').split('\n')
    expect([...(line ?? '').replace(/\p{M}/gu, '')].indexOf('<')).toBe(carets?.indexOf('^'))
  })

  it('never shows more carets than the line has signs', () => {
    const text = new SourceText('a.md', 'word '.repeat(60))
    const diagnostics = new Diagnostics()
    diagnostics.about(text)('control-character', { start: 0, end: 300 }, 'All of it.')
    const [, line = '', carets = ''] = renderDiagnostics(diagnostics.list()).split('\n')
    expect(carets.length).toBeLessThanOrEqual(line.length)
  })

  it('lets no document write into the terminal', () => {
    expect(rendered('\u001b[31m \u202e <b>', '<b>')).not.toMatch(/[\u001b\u202e]/)
  })
})

describe('many diagnostics', () => {
  it('show the errors first of all, and count the rest', () => {
    const diagnostics = new Diagnostics()
    for (let i = 0; i < 5; i++) diagnostics.add('unused-figure', `a${i}.md`, 'Passed over.')
    diagnostics.add('raw-html', 'z.md', 'Wrong.')
    const text = renderDiagnostics(diagnostics.list(), 2)
    expect(text).toContain('z.md: error: Wrong.')
    expect(text.endsWith('… and 4 more.\n\n1 error, 5 warnings.\n')).toBe(true)
  })

  it('are nothing when there is nothing', () => expect(renderDiagnostics([])).toBe(''))
})
