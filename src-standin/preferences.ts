/** Web preferences the stand-in cannot honour, or that would open the page: it refuses them, so that a test sees it. */
import type { WebPreferences } from 'electron'

/** Every page here is sandboxed, isolated and without Node: another wish must not seem to be granted. */
const only: Readonly<Partial<Record<keyof WebPreferences, unknown>>> = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  plugins: false,
  experimentalFeatures: false,
  javascript: true,
}

/** Throws an Error that names each preference that is refused. */
export function checkPreferences(preferences: WebPreferences): void {
  const refused = Object.entries(only)
    .filter(([name, value]) => {
      const wished: unknown = preferences[name as keyof WebPreferences]
      return wished !== undefined && wished !== value
    })
    .map(([name]) => name)
  if (refused.length > 0)
    throw new Error(
      `The stand-in only runs pages that are sandboxed, isolated and without Node. Refused: ${refused.join(', ')}.`,
    )
}
