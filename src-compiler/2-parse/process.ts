/** The isolated process that parses documents. It is ended from outside when it takes too long or too much memory. */
import { serve, worker } from '../../src-isolated/serve.ts'
import { SourceText } from '../1-read/text.ts'
import { mostMessages } from '../diagnostics.ts'
import { parse } from './parse.ts'
import { parseTask, type ParseAnswer } from './task.ts'

serve([
  worker(parseTask, (bytes, { documents }): ParseAnswer => {
    const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
    let start = 0
    return documents.map(({ id, kind, path, length }) => {
      const text = new SourceText(path, decoder.decode(bytes.subarray(start, start + length)))
      start += length
      const messages: ParseAnswer[number]['messages'] = []
      const document = parse({
        id,
        kind,
        text,
        sha256: '',
        report: (code, at, message, suggestion = null) => {
          // One more than is shown, so that the caller says that there are more.
          if (messages.length <= mostMessages) messages.push({ code, at, message, suggestion })
        },
      })
      return { parsed: document && { frontMatter: document.frontMatter, body: document.body }, messages }
    })
  }),
])
