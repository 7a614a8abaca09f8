/**
 * Reads sentences aloud with a voice of this computer, one utterance a sentence: long utterances stop on some systems,
 * and the browsers' own pause breaks others. Pause remembers the sentence.
 *
 * Only voices that say they are local are used. Browsers have voices that send the text to a server, and no content
 * policy would stop them: see docs/decisions/0079-reading-aloud.md.
 */
export type Sentence = {
  readonly text: string
  /** Marked while it is read. */
  readonly range: StaticRange | null
}

type Synthesis = Pick<SpeechSynthesis, 'getVoices' | 'speak' | 'cancel' | 'addEventListener'>

export type ListeningMeans = {
  readonly synthesis: () => Synthesis | null
  readonly utter: (text: string) => SpeechSynthesisUtterance
  /** After so many milliseconds; returns the way to stop. */
  readonly after: (milliseconds: number, act: () => void) => () => void
}

const inPage: ListeningMeans = {
  synthesis: () => (globalThis as { speechSynthesis?: SpeechSynthesis }).speechSynthesis ?? null,
  utter: (text) => new SpeechSynthesisUtterance(text),
  after: (milliseconds, act) => {
    const timer = setTimeout(act, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Voices whose names tell that they are not of this computer, whatever they say. */
const remote = /google|online|natural/i

/** Milliseconds that a sentence may take: engines exist that never tell its end. */
const patience = (text: string): number => 4000 + text.length * 200

const base = (tag: string): string => tag.toLowerCase().split(/[-_]/)[0] ?? ''

export class Listening {
  readonly #means: ListeningMeans
  #voices = $state.raw<readonly SpeechSynthesisVoice[]>([])
  #state = $state<'idle' | 'reading' | 'paused'>('idle')
  #of = $state<string | null>(null)
  #sentence = $state.raw<Sentence | null>(null)
  #sentences: readonly Sentence[] = []
  #voice: SpeechSynthesisVoice | null = null
  #at = 0
  /** Counts the utterances: a cancelled one still tells its end later. */
  #runs = 0
  #giveUp: () => void = () => undefined
  #ended: (how: 'end' | 'failed') => void = () => undefined

  constructor(means: ListeningMeans = inPage) {
    this.#means = means
    this.refresh()
    means.synthesis()?.addEventListener('voiceschanged', () => this.refresh())
  }

  /** Reads the voices again: not every browser tells when they are there. */
  refresh(): void {
    this.#voices = this.#means.synthesis()?.getVoices() ?? []
  }

  get state(): 'idle' | 'reading' | 'paused' {
    return this.#state
  }

  /** The key of the section that is read; null for none. */
  get of(): string | null {
    return this.#of
  }

  get sentence(): Sentence | null {
    return this.#sentence
  }

  /** A local voice of the language; never one of another language, which would read it wrongly. */
  voiceFor(language: string): SpeechSynthesisVoice | null {
    return (
      this.#voices.find(
        ({ localService, name, lang }) => localService && !remote.test(name) && base(lang) === base(language),
      ) ?? null
    )
  }

  /** Reads from the first sentence on. `ended` is called at the end, or if the voice does not answer; not after `stop`. */
  read(
    of: string,
    sentences: readonly Sentence[],
    language: string,
    ended: (how: 'end' | 'failed') => void,
  ): void {
    this.stop()
    this.#voice = this.voiceFor(language)
    if (!this.#voice || sentences.length === 0) return
    this.#of = of
    this.#sentences = sentences
    this.#ended = ended
    this.#at = 0
    this.#say()
  }

  pause(): void {
    if (this.#state !== 'reading') return
    this.#silence()
    this.#state = 'paused'
  }

  goOn(): void {
    if (this.#state === 'paused') this.#say()
  }

  stop(): void {
    if (this.#state === 'idle') return
    this.#silence()
    this.#state = 'idle'
    this.#of = null
    this.#sentence = null
  }

  #silence(): void {
    this.#runs++
    this.#giveUp()
    this.#means.synthesis()?.cancel()
  }

  #say(): void {
    const { utter, after } = this.#means
    const synthesis = this.#means.synthesis()
    const sentence = this.#sentences[this.#at]
    if (!sentence || !synthesis || !this.#voice) return this.#finish('end')
    const run = ++this.#runs
    const next = (act: () => void) => (): void => {
      if (run !== this.#runs) return
      this.#giveUp()
      act()
    }
    const utterance = utter(sentence.text)
    utterance.voice = this.#voice
    utterance.lang = this.#voice.lang
    utterance.onend = next(() => {
      this.#at += 1
      this.#say()
    })
    utterance.onerror = next(() => this.#finish('failed'))
    this.#state = 'reading'
    this.#sentence = sentence
    this.#giveUp = after(
      patience(sentence.text),
      next(() => this.#finish('failed')),
    )
    synthesis.speak(utterance)
  }

  #finish(how: 'end' | 'failed'): void {
    const ended = this.#ended
    this.stop()
    ended(how)
  }
}
