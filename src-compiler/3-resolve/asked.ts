/** Which sections the questions of `asked/` lead to. */
import type { Article } from '../../src-library/model/article.ts'
import type { SectionQuestions } from '../../src-library/search/index/build.ts'
import type { Question } from '../../src-library/search/index/builder.ts'
import { baseLanguage } from '../../src-library/search/words/analyzer.ts'
import type { QuestionsSetting } from '../1-read/asked.ts'
import type { Diagnostics } from '../diagnostics.ts'
import { didYouMean } from '../suggest.ts'

/**
 * Questions by `article#anchor`. A question leads to the version of the section in its own language. If there is none, it
 * leads to the original: so a reader also finds what is there in another language only.
 */
export function resolveAsked(
  settings: readonly QuestionsSetting[],
  articles: readonly Article[],
  diagnostics: Diagnostics,
): SectionQuestions {
  const asked = new Map<string, Question[]>()
  const byId = new Map(articles.map((article) => [article.id, article]))
  for (const { article: id, sections, report } of settings) {
    const article = byId.get(id)
    if (!article || article.translation) {
      const remedy = article?.translation
        ? `Put its questions into asked/${article.translation.of}.yaml, under their language.`
        : didYouMean(id, byId.keys())
      const fault = article ? 'is a translation' : 'is no article of this pack'
      diagnostics.add('asked-of-nothing', `asked/${id}.yaml`, `\`${id}\` ${fault}.`, remedy)
      continue
    }
    const versions = [article, ...articles.filter(({ translation }) => translation?.of === id)]
    for (const { anchor, questions } of sections) {
      const anchors = article.sections.map((section) => section.anchor)
      if (!anchors.includes(anchor.value)) {
        report(
          'asked-of-nothing',
          anchor.at,
          `There is no section \`${anchor.value}\` in \`${id}\`.`,
          didYouMean(anchor.value, anchors) ?? `It has: ${anchors.slice(0, 12).join(', ')}.`,
        )
        continue
      }
      for (const { language, text } of questions) {
        const version = versions.find(
          (one) =>
            baseLanguage(one.language) === baseLanguage(language) &&
            one.sections.some((section) => section.anchor === anchor.value),
        )
        const key = `${(version ?? article).id}#${anchor.value}`
        asked.set(key, [...(asked.get(key) ?? []), { language, text }])
      }
    }
  }
  return asked
}
