/**
 * Signatures that Windows and macOS ask for. Certificates cost money and belong to a person, so each is optional and named
 * by the environment. Without one a package is made all the same, and one sentence says what that means.
 */
import { rename } from 'node:fs/promises'
import { existsSync } from 'node:fs'
import { runTool } from './tools.ts'

/** A certificate with its key (PKCS #12), and a file with its passphrase. */
export const windowsVariables = [
  'FIELDSHELF_WINDOWS_CERTIFICATE',
  'FIELDSHELF_WINDOWS_PASSPHRASE_FILE',
] as const
/** The address of a server that says when: without it the signature ends with the certificate. */
export const timeVariable = 'FIELDSHELF_WINDOWS_TIMESTAMP'
/** The name of an identity in the keychain, as “Developer ID Application: …”; `-` signs without one. */
export const macVariable = 'FIELDSHELF_MAC_IDENTITY'
/** The name under which `notarytool store-credentials` keeps the account. */
export const notaryVariable = 'FIELDSHELF_MAC_NOTARY_PROFILE'

const given = (name: string): string => process.env[name] ?? ''

export const windowsIsSigned = (): boolean => windowsVariables.every((name) => given(name) !== '')

/** Signs a program or a setup where a certificate is named. */
export async function signForWindows(file: string, date: number): Promise<void> {
  if (!windowsIsSigned()) return
  const [certificate, passphrase] = windowsVariables.map(given)
  const signed = `${file}.signed`
  const time = given(timeVariable) === '' ? ['-time', String(date)] : ['-ts', given(timeVariable)]
  runTool(
    'osslsigncode',
    [
      'sign',
      ...['-pkcs12', certificate ?? '', '-readpass', passphrase ?? ''],
      ...['-h', 'sha256', '-n', 'Fieldshelf', ...time],
      ...['-in', file, '-out', signed],
    ],
    { date },
  )
  await rename(signed, file)
}

export const unsignedWindows = `The Windows files are not signed: Windows says that it does not know the publisher. A certificate is named in ${windowsVariables.join(' and ')}.`

/** Signs the bundle, parts first. Apple silicon starts nothing that has no signature at all. Gives a line for the person. */
export function signForMac(bundle: string, date: number): string {
  const identity = given(macVariable)
  const isReal = identity !== '' && identity !== '-'
  if (!existsSync('/usr/bin/codesign') && !isReal)
    return `${'Fieldshelf.app'} is not signed: codesign is on macOS alone. Before it is opened on Apple silicon: codesign --force --deep --sign - Fieldshelf.app`
  const hardened = isReal ? ['--options', 'runtime', '--timestamp'] : []
  runTool('codesign', ['--force', '--deep', ...hardened, '--sign', identity || '-', bundle], { date })
  if (isReal) return 'Signed Fieldshelf.app'
  return `Fieldshelf.app is signed without an identity: macOS asks before the first opening. An identity is named in ${macVariable}.`
}

/** Has Apple look at the zip, where an account is named. */
export function notarize(zip: string, date: number): void {
  const profile = given(notaryVariable)
  if (profile === '') return
  runTool('xcrun', ['notarytool', 'submit', zip, '--keychain-profile', profile, '--wait'], { date })
}
