/**
 * The scripts that the USB edition runs besides its own two: data files, and the search worker. Under Trusted Types the
 * page makes script addresses through these two policies alone: one accepts files below `data/`, the other one address
 * that this file made.
 */
import { stickGlobal, type TakeFile } from '../../src-library/format/stickfile.ts'
import { workerPolicyName } from '../../src-bridge/worker.ts'
import type { ScriptHost } from './scriptcontent.ts'

/** Named in the content security policy of `Fieldshelf.html` and `print.html`. */
const contentPolicyName = 'fieldshelf-content'

type ScriptPolicy = { createScriptURL(address: string): string }
type TrustedTypes = { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy }

const policyOf = (name: string, rules: ScriptPolicy): ScriptPolicy =>
  (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes?.createPolicy(name, rules) ?? rules

/** `base`: the way from this page to the folder of `Fieldshelf.html`: empty, or `../`. */
export function scriptHost(base: string): ScriptHost {
  const data = new URL(`${base}data/`, document.baseURI).href
  const policy = policyOf(contentPolicyName, {
    createScriptURL: (address) => {
      const { href } = new URL(address, document.baseURI)
      if (!href.startsWith(data)) throw new TypeError(`Not a data file: ${address}`)
      return href
    },
  })
  return {
    run: (path) =>
      new Promise((resolve, reject) => {
        const script = document.createElement('script')
        script.addEventListener('load', () => {
          script.remove()
          resolve()
        })
        script.addEventListener('error', () => {
          script.remove()
          reject(new Error(`${path} can't be read.`))
        })
        script.src = policy.createScriptURL(base + path)
        document.head.append(script)
      }),
    listen: (put: TakeFile) => Object.assign(globalThis, { [stickGlobal]: { put } }),
    addressOf: (bytes, mediaType) => URL.createObjectURL(new Blob([bytes], { type: mediaType })),
  }
}

/** The name under which `worker.js` leaves the source of the search worker. */
const workerSourceName = 'fieldshelfWorker'

/** A page that is a file can't start a worker from a file, but it can from its own memory; classic, not a module. */
export function searchWorkerStarter(): () => Worker {
  const source = (globalThis as { [workerSourceName]?: string })[workerSourceName]
  if (source === undefined) throw new Error('The script worker.js is missing.')
  const address = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }))
  const policy = policyOf(workerPolicyName, {
    createScriptURL: (asked) => {
      if (asked !== address) throw new TypeError('Not the search worker.')
      return asked
    },
  })
  return () => new Worker(policy.createScriptURL(address))
}
