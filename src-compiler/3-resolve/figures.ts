/** The files in `figures/`, each read once however often it is shown. */
import { isFigurePath } from '../../src-library/format/paths.ts'
import type { FigureData, FigureImage } from '../../src-library/model/figure.ts'
import type { Diagnostics, Report } from '../diagnostics.ts'
import { didYouMean } from '../suggest.ts'
import { openText } from '../1-read/open.ts'
import type { TextRange } from '../1-read/text.ts'
import { readData, type DataRules } from './data.ts'
import { figureIn, readFigureWords, wordsPathOf, type FigureWords } from './figurewords.ts'
import { endOfImage, measureImage } from './images.ts'

export type FigureRules = DataRules & {
  /** The language of the pack, in which data figures are written. */
  readonly language: string
}

type Content = FigureData | Omit<FigureImage, 'alternative'>

export class Figures {
  readonly #files: ReadonlyMap<string, Uint8Array>
  readonly #rules: FigureRules
  readonly #diagnostics: Diagnostics
  readonly #read = new Map<string, Content | null>()
  readonly #words = new Map<string, FigureWords>()
  /** Paths with the languages they were shown in. */
  readonly #said = new Set<string>()

  constructor(files: ReadonlyMap<string, Uint8Array>, rules: FigureRules, diagnostics: Diagnostics) {
    this.#files = files
    this.#rules = rules
    this.#diagnostics = diagnostics
  }

  /** The meaning of a figure's address in an article's language; null after reporting why it can't be shown. */
  find(address: string, language: string, at: TextRange, report: Report): Content | null {
    const bytes = this.#files.get(address)
    if (!bytes) {
      const remedy =
        didYouMean(address, this.#files.keys()) ?? 'Figures are files in the folder figures/ of the pack.'
      report('no-such-figure', at, `There is no figure \`${address}\`.`, remedy)
      return null
    }
    let content = this.#read.get(address)
    if (content === undefined) {
      content = this.#open(address, bytes)
      this.#read.set(address, content)
    }
    return content?.kind === 'data' ? this.#inLanguage(content, language) : content
  }

  /** Bytes of the images that are shown, without what is behind the picture in their files. */
  images(): ReadonlyMap<string, Uint8Array> {
    return new Map(
      [...this.#files].flatMap(([path, bytes]) =>
        this.#read.get(path)?.kind === 'image' ? [[path, bytes.subarray(0, endOfImage(bytes))] as const] : [],
      ),
    )
  }

  /** Reports files that no article shows. */
  reportUnused(): void {
    for (const path of this.#files.keys()) {
      if (!this.#read.has(path) && !this.#words.has(path))
        this.#diagnostics.add(
          'unused-figure',
          path,
          'No article shows this figure; it is left out of the pack.',
        )
    }
  }

  #inLanguage(figure: FigureData, language: string): FigureData {
    const path = wordsPathOf(figure.path)
    let words = this.#words.get(path)
    if (!words) {
      words = this.#openWords(path, figure)
      this.#words.set(path, words)
    }
    const { data, missing } = figureIn(figure, words, language)
    const reportKey = `${figure.path} ${language}`
    if (missing.length > 0 && language !== this.#rules.language && !this.#said.has(reportKey)) {
      this.#diagnostics.add(
        'figure-without-words',
        figure.path,
        `This figure is shown in \`${language}\`, and has no words there for: ${missing.join(' · ')}.`,
        `Write them into ${path}, below \`${language}:\`.`,
      )
    }
    this.#said.add(reportKey)
    return data
  }

  #openWords(path: string, figure: FigureData): FigureWords {
    const bytes = this.#files.get(path)
    const opened = bytes && openText(path, bytes, this.#diagnostics)
    return opened ? readFigureWords(opened, figure) : new Map()
  }

  #open(path: string, bytes: Uint8Array): Content | null {
    if (!isFigurePath(path)) {
      this.#diagnostics.add(
        'bad-image',
        path,
        /\.svg$/i.test(path) ? 'This is an SVG; packs hold no programs.' : 'This file can’t be a figure.',
        'Figures are CSV, PNG, JPEG or WebP files (.csv .png .jpg .jpeg .webp) with plain names directly in figures/.',
      )
      return null
    }
    if (path.endsWith('.csv')) {
      const opened = openText(path, bytes, this.#diagnostics)
      return opened && readData(opened.text, opened.report, this.#rules)
    }
    const size = measureImage(path, bytes)
    if ('width' in size) {
      const more = bytes.length - endOfImage(bytes)
      if (more > 0)
        this.#diagnostics.add(
          'image-cut',
          path,
          `${more} bytes behind the picture are left out of the pack.`,
          'Export the picture again. Another file may be hidden behind it.',
        )
      return { kind: 'image', path, ...size }
    }
    this.#diagnostics.add('bad-image', path, size.message, size.remedy)
    return null
  }
}
