/** The first lines of the app: everything that must be settled before Chromium starts. */
import type { App, Protocol } from 'electron'
import { scheme, type Origins } from '../addresses.ts'
import { ownSwitches, refusedAmong, refusedExitCode, refusedVariables, strangersAmong } from './switches.ts'
import { refuseNetwork } from './tripwire.ts'

type EarlyApp = Pick<App, 'isPackaged' | 'commandLine' | 'enableSandbox' | 'exit' | 'on'>
type ReadyApp = Pick<App, 'configureHostResolver' | 'setProxy'>

/** Whether the app may start. A packaged app that was started with a switch that would open it ends here. */
export function mayStart(app: EarlyApp, complain: (sentence: string) => void): boolean {
  if (!app.isPackaged) return true
  for (const name of refusedVariables) Reflect.deleteProperty(process.env, name)
  // Two guards: Chromium's own view of the known dangers, and whatever else was written on the command line.
  const known = refusedAmong((name) => app.commandLine.hasSwitch(name))
  const refused = [...new Set([...known, ...strangersAmong(process.argv.slice(1), process.platform)])]
  if (refused.length === 0) return true
  // Chromium reads some of them only after this script has run.
  for (const name of refused) app.commandLine.removeSwitch(name)
  complain(`Fieldshelf does not start with --${refused.join(', --')}. Start it without.`)
  app.exit(refusedExitCode)
  return false
}

/** Gives the mask that files were made with before: what the reader saves by a dialog is made with it (readersMode). */
export function lockDownProcess(app: EarlyApp, protocol: Protocol, origins: Origins): number {
  // Files are made for this account alone. (No effect on Windows, where the profile folder sees to it.)
  const mask = process.umask(0o077)
  refuseNetwork()
  app.enableSandbox()
  const developmentHost = origins.development && new URL(origins.development).hostname
  for (const [name, value] of ownSwitches(process.platform, developmentHost)) {
    app.commandLine.appendSwitch(name, value)
  }
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ])
  app.on('certificate-error', (event, _contents, _url, _error, _certificate, decide) => {
    event.preventDefault()
    decide(false)
  })
  app.on('login', (event) => event.preventDefault())
  app.on('select-client-certificate', (event, _contents, _url, _list, choose) => {
    event.preventDefault()
    choose()
  })
  return mask
}

/** As soon as the app is ready: no name is asked for over HTTPS, and no proxy is looked for, outside of sessions either. */
export function lockDownResolver(app: ReadyApp): void {
  app.configureHostResolver({
    enableBuiltInResolver: false,
    enableAdditionalDnsQueryTypes: false,
    secureDnsMode: 'off',
    secureDnsServers: [],
  })
  app.setProxy({ mode: 'direct' }).catch(console.error)
}
