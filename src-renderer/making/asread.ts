/** The compiled article of a document in work, ready to be drawn. */
import type { OwnLook } from '../../src-bridge/own.ts'
import { decodeArticle } from '../../src-library/format/article.ts'
import { parseJson } from '../../src-library/format/json.ts'
import { decodePack } from '../../src-library/format/pack.ts'
import type { Article } from '../../src-library/model/article.ts'
import type { Block } from '../../src-library/model/block.ts'
import type { Pack } from '../../src-library/model/pack.ts'
import type { MakingWords } from '../messages/en-making.ts'

/** Null where there is none, or it can't be read. */
export function readArticle(
  { article: files }: OwnLook,
  words: MakingWords,
): { pack: Pack; article: Article } | null {
  if (!files) return null
  const article = parseJson(new TextDecoder().decode(files.article))
  const pack = parseJson(new TextDecoder().decode(files.pack))
  const read = article.ok ? decodeArticle(article.value) : article
  const around = pack.ok ? decodePack(pack.value) : pack
  if (!read.ok || !around.ok) return null
  const sections = read.value.sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => withoutPictures(block, words)),
  }))
  return { pack: around.value, article: { ...read.value, sections } }
}

/** The pictures of a pack in work have no address: their words say where they will be. */
function withoutPictures(block: Block, words: MakingWords): Block {
  if (block.kind === 'figure' && block.content.kind === 'image') {
    const value = words.look.picture(block.content.alternative)
    return { kind: 'paragraph', children: [{ kind: 'emphasis', children: [{ kind: 'text', value }] }] }
  }
  if (block.kind === 'blockquote')
    return { ...block, children: block.children.map((child) => withoutPictures(child, words)) }
  if (block.kind === 'list')
    return {
      ...block,
      items: block.items.map((item) => item.map((child) => withoutPictures(child, words))),
    }
  return block
}
