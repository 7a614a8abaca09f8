/** Prepares every page of Chromium before it may run. */
import type Electron from 'electron'
import { browser, type PageTarget } from './browser.ts'
import { permissionNames, type Permission, type Session } from './session.ts'
import { pageScript, preloadScript, worldName } from './worlds.ts'

/** Holds its requests, gives it its two worlds, and lets it run. `preload` is the script itself. */
export async function preparePage({ send }: PageTarget, preload: string): Promise<void> {
  const tag = crypto.randomUUID()
  await Promise.all([
    send('Page.enable'),
    send('Runtime.enable'),
    send('Network.enable'),
    send('Log.enable'),
    send('Fetch.enable', { patterns: [{ urlPattern: '*' }] }),
    send('Runtime.addBinding', { name: 'hostBinding', executionContextName: worldName }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: pageScript(tag) }),
    send('Page.addScriptToEvaluateOnNewDocument', { source: preloadScript(tag, preload), worldName }),
    send('Runtime.runIfWaitingForDebugger'),
  ])
}

/** Chromium is told beforehand what the app's handlers say; where asking and looking up differ, it prompts. */
export async function settlePermissions(session: Session, contents: Electron.WebContents): Promise<void> {
  for (const permission of Object.keys(permissionNames) as Permission[]) {
    const { asked, checked } = await session.permits(contents, permission)
    const setting = asked && checked ? 'granted' : asked || checked ? 'prompt' : 'denied'
    const name = permissionNames[permission]
    await browser.send('Browser.setPermission', { permission: { name }, setting })
  }
}
