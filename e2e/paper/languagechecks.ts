/** Rules about what a sheet for a client must not tell, and about the language of what is around a text. */
import { isForClient } from '../../src-library/model/print.ts'
import type { Check } from './check.ts'
import { forStaff } from './goldenarticles.ts'
import { goldenPack } from './goldenpack.ts'

/** What gives a reader away in the golden pack, in every form. */
const telling = /\b(?:traffick|victim|smuggl)\p{L}*/giu

const countIn = (text: string): number => text.match(telling)?.length ?? 0

const plain = (text: string): string => text.replace(/\s+/gu, ' ')

/** Words of ours that occur in one language only: around parts, and where each part says its date. */
const furnitureOf: Readonly<Record<string, { readonly around: RegExp; readonly dated: RegExp }>> = {
  en: {
    around: /Facts as of|\bSources\b|Cited in:|Mentioned here|\bSection \d|Page \d|Information as of/gu,
    dated: /Facts as of/gu,
  },
  az: {
    around: /Faktların tarixi|Mənbələr|İstinad yeri:|Burada adı çəkilir|\d bölməsi|Səhifə \d/gu,
    dated: /Faktların tarixi/gu,
  },
  ru: {
    around: /Сведения на|Источники|Упоминается в:|Упомянуто здесь|Раздел \d|Страница \d/gu,
    dated: /Сведения на/gu,
  },
}

export const languageChecks: readonly Check[] = [
  {
    rule: 'P31',
    says: 'a sheet for a client tells nothing of its subject outside of the chosen text, and names no source',
    find: ({ paper, drawn, job }) => {
      if (!isForClient(job)) return []
      const around = [paper.info['Title'] ?? '', ...paper.outline.map((entry) => entry.title)]
      const all = plain([paper.text, ...around].join('\n'))
      const allowed = countIn(plain(drawn.chosen.join('\n')))
      const names = goldenPack.sources.flatMap((source) => [source.title, source.address ?? source.title])
      const forbidden = [...names, goldenPack.title, goldenPack.publisher, `Edition ${goldenPack.edition}`]
      return [
        ...(countIn(all) > allowed ? [`${countIn(all)} telling words, ${allowed} in the chosen text`] : []),
        ...forbidden.filter((name) => all.includes(plain(name))).map((name) => `it names “${name}”`),
        ...(paper.outline.length > 0 ? ['it has an outline'] : []),
        ...(all.includes(forStaff) ? ['a box for staff'] : []),
      ]
    },
  },
  {
    rule: 'P32',
    says: 'what is around a text is in the language of the text',
    find: ({ paper, drawn, language, job }) =>
      Object.entries(furnitureOf).flatMap(([one, { around, dated }]) => {
        const parts = drawn.languages.filter((of) => (of === '' ? language : of) === one).length
        const [foreign] = paper.text.match(around) ?? []
        if (parts === 0 && one !== language) {
          return foreign === undefined ? [] : [`“${foreign}”, and nothing is in ${one}`]
        }
        const said = paper.text.match(dated)?.length ?? 0
        // The head of several parts says the date once more.
        const opens = one === language && drawn.parts > 1 && !job.include.cover && job.preset !== 'handout'
        const wanted = parts + (opens ? 1 : 0)
        return isForClient(job) || said >= wanted ? [] : [`${said} dates for ${parts} parts in ${one}`]
      }),
  },
]
