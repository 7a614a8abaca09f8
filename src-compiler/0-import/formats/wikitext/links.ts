/** Links between `[[` and `]]`: to a page, a picture, a category, or the same page in another language. */

export type WikiLink =
  | { readonly kind: 'page'; readonly label: string }
  | { readonly kind: 'picture'; readonly file: string; readonly caption: string }
  | { readonly kind: 'category' | 'language'; readonly target: string }

const pictures =
  /^(?:file|image|media|datei|bild|fichier|archivo|файл|изображение|şəkil|fayl|dosya|resim|plik|immagine)\s*:/i
const categories = /^(?:category|kategorie|catégorie|категория|kateqoriya|kategori|categoría|kategoria)\s*:/i
/** Options of a picture, which are no caption. */
const options =
  /^(?:thumb|thumbnail|frame|frameless|border|left|right|center|centre|none|upright|mini|miniatur|vignette|мини|слева|справа|sağda|solda|kiçik|baseline|sub|super|top|text-top|middle|bottom|(?:x?\d+(?:x\d+)?\s*px)|(?:(?:upright|thumb|link|alt|page|class|lang|start|thumbtime)\s*=.*))$/i

/** `inner` is the text between the brackets; its bars are outside inner links. */
export function readLink(inner: string): WikiLink {
  const parts = splitOuter(inner)
  const target = (parts[0] ?? '').trim()
  if (pictures.test(target)) {
    const caption = parts
      .slice(1)
      .filter((part) => !options.test(part.trim()))
      .at(-1)
    return {
      kind: 'picture',
      file: target.slice(target.indexOf(':') + 1).trim(),
      caption: caption?.trim() ?? '',
    }
  }
  if (categories.test(target))
    return { kind: 'category', target: target.slice(target.indexOf(':') + 1).trim() }
  if (/^[a-z]{2,3}(?:-[a-z]{2,8})?:[^\s/]/.test(target) && parts.length === 1)
    return { kind: 'language', target }
  const label = parts.slice(1).join('|').trim()
  const page = target.replace(/^:/, '')
  // A bar without a label hides the name space and what is in brackets.
  const short = page.replace(/^[^:]+:/, '').replace(/\s*\([^()]*\)$/, '')
  return { kind: 'page', label: label !== '' ? label : parts.length > 1 ? short : page.replace(/_/g, ' ') }
}

function splitOuter(text: string): readonly string[] {
  const parts: string[] = ['']
  let depth = 0
  for (const part of text.split(/(\[\[|\]\]|\|)/)) {
    if (part === '[[') depth++
    else if (part === ']]') depth = Math.max(0, depth - 1)
    if (part === '|' && depth === 0) parts.push('')
    else parts[parts.length - 1] = `${parts.at(-1) ?? ''}${part}`
  }
  return parts
}
