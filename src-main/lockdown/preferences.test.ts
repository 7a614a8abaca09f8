import type { Session } from 'electron'
import { describe, expect, it } from 'vitest'
import { webPreferences } from './preferences.ts'

const session = {} as Session

describe('the web preferences', () => {
  it('are these, key by key', () => {
    expect(webPreferences({ session, packaged: true, preload: '/app/preload.cjs', hidden: false })).toEqual({
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
      navigateOnDragDrop: false,
      disableBlinkFeatures: 'Auxclick',
      spellcheck: false,
      safeDialogs: true,
      disableDialogs: true,
      autoplayPolicy: 'document-user-activation-required',
      enableWebSQL: false,
      webgl: false,
      defaultEncoding: 'utf-8',
      v8CacheOptions: 'none',
      session,
      devTools: false,
      backgroundThrottling: true,
      preload: '/app/preload.cjs',
    })
  })

  it('give a window without a preload none at all', () => {
    const preferences = webPreferences({ session, packaged: false, preload: null, hidden: true })
    expect('preload' in preferences).toBe(false)
    expect(preferences).toMatchObject({ devTools: true, backgroundThrottling: false })
  })

  it('can’t be changed afterwards', () => {
    const preferences = webPreferences({ session, packaged: true, preload: null, hidden: false })
    expect(Object.isFrozen(preferences)).toBe(true)
  })
})
