import { describe, expect, it } from 'vitest'
import { read, zip } from './testing/read.ts'

const places = 'йцукенгшщзхъфывапролджэячсмитьбюЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ'
const letters = 'yüukenqşhzxcfıvaproldjgəçsmitğböYÜUKENQŞHZXCFIVAPROLDJGƏÇSMİTĞBÖ'

/** The text as a program without the font shows it: all letters, or those alone that English does not have. */
const inOldFont = (text: string, which: RegExp): string =>
  text.replace(which, (letter) => places[letters.indexOf(letter)] ?? letter)
const all = /\p{L}/gu
const ownAlone = /[^\x00-\x7f]/gu
const asLatin = (text: string): string =>
  text.replace(/[а-яА-Я]/g, (letter) => String.fromCharCode((letter.codePointAt(0) ?? 0) - 0x410 + 0xc0))

const text = `Bizim kənddə doqquz quyu var və onların hər biri çox köhnədir. Suyu soyuqdur, lakin içmək üçün yaxşıdır.

Ən dərin quyu qırx metrdir. O, kəndin yuxarısında olan böyük ağacın yanındadır və yayda da qurumur.

Quyunun ipi uzundur, amma möhkəm deyil. Ona görə də hər il yeni ip alınır ki, su götürmək olsun.`
const russian =
  'В нашей деревне есть ещё один колодец, и он не глубже других, но вода в нём чище, чем в остальных.'
const paragraphs = (markdown: string): string => markdown.trim()
const codes = (file: { readonly remarks: readonly { readonly code: string }[] }): readonly string[] =>
  file.remarks.map(({ code }) => code)

describe('a text in an old font', () => {
  it.each([
    ['in the places of Cyrillic letters', inOldFont(text, all)],
    ['in those of some Cyrillic letters', inOldFont(text, ownAlone)],
    ['in those of Latin letters with marks', asLatin(inOldFont(text, ownAlone))],
  ])('is read back, and told: its letters are %s', async (_what, written) => {
    const file = await read('a.md', written)
    expect(paragraphs(file.markdown)).toBe(text)
    expect(codes(file)).toContain('old-font')
  })

  it('keeps a passage in Russian', async () => {
    const file = await read('a.md', `${inOldFont(text, all)}\n\n${russian}`)
    expect(paragraphs(file.markdown)).toBe(`${text}\n\n${russian}`)
  })

  it.each([
    ['Azerbaijani', text],
    ['Russian', `${russian}\n\n${russian} Да, не ту.`],
    [
      'Azerbaijani in Cyrillic letters',
      'Бизим кәнддә доггуз гују вар вә онларын һәр бири чох көһнәдир. Сују сојугдур, лакин ичмәк үчүн јахшыдыр вә бу ки, бир да олан ону.',
    ],
    ['a few words of it', inOldFont('Bu quyu bizim kənd üçün və o biri kənd üçün.', all)],
  ])('is told from a text in %s, which stays', async (_what, written) => {
    const file = await read('a.md', written)
    expect(paragraphs(file.markdown)).toBe(written)
    expect(codes(file)).not.toContain('old-font')
  })

  it('names the font in a Word file, also where its letters can’t be read back', async () => {
    const name = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    const bytes = await zip({
      '_rels/.rels':
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
      'word/document.xml': `<w:document ${name}><w:body><w:p><w:r><w:rPr><w:rFonts w:ascii="Times AzCyr"/></w:rPr><w:t>Гуjу њямишя</w:t></w:r></w:p></w:body></w:document>`,
    })
    const file = await read('a.docx', bytes)
    expect(file.markdown).toBe('Гуjу њямишя\n')
    expect(file.remarks.map(({ text }) => text)).toEqual([
      'The font Times AzCyr draws other letters than the file holds. Compare the text with the original.',
    ])
  })
})

describe('letters that a wrong encoding broke', () => {
  it('are mended also where half of one is a soft hyphen', async () => {
    const file = await read('a.txt', 'NapĂ\u00adĹˇte nĂˇm, prosĂ\u00adm!')
    expect(file.markdown).toBe('Napíšte nám, prosím!\n')
  })
})

describe('letters that were lost before', () => {
  it('are named where question marks are in several words', async () => {
    const file = await read('a.txt', 'K?nd b?y?k deyil.\n\nSu il? doludur v? t?mizdir.')
    expect(file.remarks.map(({ text }) => text)).toEqual([
      'Letters were lost before this file was made, in 4 places: “K?nd”, “b?y?k”, “t?mizdir”. Look them up in the original.',
    ])
  })

  it('are no question marks of addresses and of slips', async () => {
    expect(
      (await read('a.txt', 'Why?Because.\n\nSee https://example.org/a?b=c and a?b, x?y=1.')).remarks,
    ).toEqual([])
  })
})
