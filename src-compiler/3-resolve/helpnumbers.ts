/**
 * The numbers to call that `pack.json` lists. They are shown by themselves, large, above everything else that was
 * found: so each must have a source and a day of its check, and must stand, digit for digit, in the section that
 * says the rest.
 */
import type { Article } from '../../src-library/model/article.ts'
import type { HelpNumber } from '../../src-library/model/pack.ts'
import { textOfBlocks } from '../../src-library/model/text.ts'
import type { HelpNumberSetting } from '../1-read/settings.ts'
import { didYouMean } from '../suggest.ts'
import { resolveAddress } from './links.ts'
import type { Surroundings } from './surroundings.ts'

export function helpNumbersOf(
  articles: readonly Article[],
  { settings, sources, places }: Surroundings,
): readonly HelpNumber[] {
  const { helpNumbers, report } = settings
  return helpNumbers.flatMap((setting) => {
    const { number, names, words, checked, checkedBy, source } = setting
    if (names.length === 0) {
      report(
        'missing-value',
        firstOf(setting),
        'This number has no name.',
        'Add "names": [{ "language": "en", "name": "…" }].',
      )
    }
    if (source && !sources.has(source.value)) {
      const message = `There is no source \`${source.value}\` in sources.yaml.`
      report('unknown-source', source.at, message, didYouMean(source.value, sources.keys()))
    }
    const section =
      setting.section && resolveAddress(setting.section.value, '', places, setting.section.at, report)
    if (!section || !number || !checked || !checkedBy || !source) return []
    const blocks = articles
      .find(({ id }) => id === section.article)
      ?.sections.find(({ anchor }) => anchor === section.anchor)?.blocks
    if (blocks && !textOfBlocks(blocks).includes(number.value)) {
      report(
        'bad-value',
        number.at,
        `\`${number.value}\` does not stand in the section \`${section.article}#${section.anchor}\`.`,
        'Name the section that tells about this number.',
      )
    }
    return [{ number: number.value, names, words, checked, checkedBy, source: source.value, section }]
  })
}

const firstOf = ({ at }: HelpNumberSetting) => ({ start: at.start, end: at.start + 1 })
