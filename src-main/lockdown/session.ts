/**
 * What a session may do: ask for the app's own addresses, and nothing else. Called for every session while
 * it is being created, before any page can use it.
 */
import type { Session } from 'electron'
import { isOwnRequest, type Origins } from '../addresses.ts'

/** `net::ERR_FAILED`, as the certificate verifier is told. */
const refuseCertificate = -2

export function lockDownSession(session: Session, origins: Origins): void {
  keepDictionariesAway(session)

  session.webRequest.onBeforeRequest((details, decide) => {
    decide({ cancel: !isOwnRequest(details.url, origins) })
  })
  session.setCertificateVerifyProc((_request, decide) => decide(refuseCertificate))
  session.setProxy({ mode: 'direct' }).catch(console.error)

  // Electron grants every permission that has no handler; and asking and checking are two doors.
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  // Capturing the screen and pairing a device are refused if no handler is set.
  session.on('select-hid-device', (event, _details, choose) => {
    event.preventDefault()
    choose(null)
  })
  session.on('select-serial-port', (event, _ports, _contents, choose) => {
    event.preventDefault()
    choose('')
  })
  session.on('select-usb-device', (event, _details, choose) => {
    event.preventDefault()
    choose()
  })
  session.on('will-download', (event) => event.preventDefault())
}

/**
 * The session's constructor starts to download a spell-checking dictionary, whatever `webPreferences` say
 * (https://github.com/electron/electron/issues/22995). Emptying the list in this same tick drops the loader
 * before it has looked for the file; Electron refills the list at each start, so this runs at each start.
 */
function keepDictionariesAway(session: Session): void {
  session.setSpellCheckerDictionaryDownloadURL('https://dictionary.invalid/')
  session.setSpellCheckerLanguages([])
  session.setSpellCheckerEnabled(false)
}
