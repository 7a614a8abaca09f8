/** Programs of the system that make packages, and what to say where one is missing. */
import { spawnSync } from 'node:child_process'

/** A sentence for the person who runs the command. */
export class Missing extends Error {}

const remedies: Readonly<Record<string, string>> = {
  'dpkg-deb': 'It comes with Debian and Ubuntu; elsewhere install the package dpkg.',
  mksquashfs: 'Install the package squashfs-tools (Debian, Ubuntu: apt install squashfs-tools).',
  osslsigncode: 'Install the package osslsigncode (Debian, Ubuntu: apt install osslsigncode).',
  'ssh-keygen': 'Install the package openssh-client.',
  codesign: 'It is on macOS alone, with the command line tools of Xcode.',
  xcrun: 'It is on macOS alone, with the command line tools of Xcode.',
  makensis: 'Install the package nsis (Debian, Ubuntu: apt install nsis).',
  tar: 'Install GNU tar.',
  gzip: 'Install the package gzip.',
  zip: 'Install the package zip.',
}

/** Runs a program; throws with what it said where it fails. */
export function runTool(
  program: string,
  args: readonly string[],
  options: { cwd?: string; date: number },
): void {
  const done = spawnSync(program, args, {
    // A program that asks for a passphrase would wait for ever.
    stdio: ['ignore', 'pipe', 'pipe'],
    cwd: options.cwd,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'UTC', LC_ALL: 'C', SOURCE_DATE_EPOCH: String(options.date) },
  })
  if (done.error && 'code' in done.error && done.error.code === 'ENOENT')
    throw new Missing(`The program ${program} is not here. ${remedies[program] ?? ''}`.trim())
  if (done.error) throw done.error
  if (done.status !== 0) throw new Error(`${program} failed:\n${done.stdout}${done.stderr}`.trim())
}
