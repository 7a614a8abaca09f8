/**
 * Starts a worker of ours under Trusted Types. The content security policy
 * (src-main/lockdown/policy.ts) lets the page make script addresses through this one policy alone, and it
 * accepts only files of the app itself: nothing of a pack can become a script.
 *
 * Hand it the address Vite gives: `import address from './search.worker.ts?worker&url'`.
 */

/** Named in the content security policy. */
export const workerPolicyName = 'fieldshelf-worker'

type ScriptPolicy = { createScriptURL(address: string): string }
type TrustedTypes = { createPolicy(name: string, rules: ScriptPolicy): ScriptPolicy }

/** Addresses below these are content or prints, never the app's own code. */
const notCode = ['library/', 'prints/']

/** Throws for an address that is not the app's own. */
export function ownScript(address: string, base: string): string {
  const url = new URL(address, base)
  const root = new URL('.', base)
  const path = url.pathname.slice(root.pathname.length)
  const own =
    url.protocol === root.protocol &&
    url.host === root.host &&
    url.username === '' &&
    url.pathname.startsWith(root.pathname) &&
    // An escape could spell one of the folders below.
    !path.includes('%') &&
    !notCode.some((folder) => path.startsWith(folder))
  if (!own) throw new TypeError(`Not a script of the app: ${address}`)
  return url.href
}

let policy: ScriptPolicy | undefined

export function startWorker(address: string): Worker {
  const rules: ScriptPolicy = { createScriptURL: (given) => ownScript(given, document.baseURI) }
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes
  policy ??= trustedTypes?.createPolicy(workerPolicyName, rules) ?? rules
  return new Worker(policy.createScriptURL(address), { type: 'module' })
}
