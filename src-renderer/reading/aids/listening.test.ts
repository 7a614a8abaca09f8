import { beforeEach, expect, test } from 'vitest'
import { Listening, type Sentence } from './listening.svelte.ts'

const voice = (name: string, lang: string, localService = true) =>
  ({ name, lang, localService }) as SpeechSynthesisVoice

/** A voice that says what it is given, and tells its end when the test says so. */
class Speaker {
  voices: SpeechSynthesisVoice[] = [voice('Elena', 'ru-RU'), voice('Anna', 'en-GB')]
  said: string[] = []
  cancelled = 0
  utterances: SpeechSynthesisUtterance[] = []
  timers: (() => void)[] = []
  readonly listening: Listening

  constructor() {
    this.listening = new Listening({
      synthesis: () => ({
        getVoices: () => this.voices,
        speak: (utterance) => {
          this.said.push(utterance.text)
          this.utterances.push(utterance)
        },
        cancel: () => void this.cancelled++,
        addEventListener: () => undefined,
      }),
      utter: (text) => ({ text }) as SpeechSynthesisUtterance,
      after: (_, act) => {
        this.timers.push(act)
        return () => void (this.timers = this.timers.filter((one) => one !== act))
      },
    })
  }

  end(at = this.utterances.length - 1): void {
    const utterance = this.utterances[at]
    utterance?.onend?.call(utterance, {} as SpeechSynthesisEvent)
  }
}

const sentences = (...texts: string[]): Sentence[] => texts.map((text) => ({ text, range: null }))

let speaker: Speaker
let ends: string[]
const read = (language = 'en') =>
  speaker.listening.read('hours', sentences('One.', 'Two.', 'Three.'), language, (how) => ends.push(how))

beforeEach(() => {
  speaker = new Speaker()
  ends = []
})

test('one sentence is an utterance, and the next follows its end', () => {
  read()
  expect(speaker.said).toEqual(['One.'])
  speaker.end()
  expect(speaker.listening.sentence?.text).toBe('Two.')
  speaker.end()
  speaker.end()
  expect(speaker.said).toEqual(['One.', 'Two.', 'Three.'])
  expect([speaker.listening.state, ends]).toEqual(['idle', ['end']])
})

test('a pause remembers the sentence, and the end of a cancelled utterance leads nowhere', () => {
  read()
  speaker.end()
  speaker.listening.pause()
  speaker.end(1)
  expect([speaker.listening.state, speaker.cancelled]).toEqual(['paused', 1])
  speaker.listening.goOn()
  expect(speaker.said).toEqual(['One.', 'Two.', 'Two.'])
  speaker.listening.stop()
  expect([speaker.listening.state, speaker.listening.of, ends]).toEqual(['idle', null, []])
})

test('a voice that never tells the end is given up', () => {
  read()
  speaker.timers[0]?.()
  expect([speaker.listening.state, ends]).toEqual(['idle', ['failed']])
})

test('only a local voice of the language reads', () => {
  expect(speaker.listening.voiceFor('en')?.name).toBe('Anna')
  expect(speaker.listening.voiceFor('az-Latn')).toBeNull()
  for (const other of [
    voice('Google US English', 'en-US'),
    voice('Microsoft Aria Online (Natural)', 'en-US'),
    voice('Anna', 'en-GB', false),
  ]) {
    speaker.voices = [other]
    speaker.listening.refresh()
    read()
    expect([speaker.listening.voiceFor('en'), speaker.listening.state, speaker.said]).toEqual([
      null,
      'idle',
      [],
    ])
  }
})
