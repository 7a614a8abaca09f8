// What the tests need besides the packages: a Chromium, and the tools that read PDFs back.
// @ts-check
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { findChromium } from './hosts.mjs'
import { run, tool } from './run.mjs'

/** @param {string} program */
export const isInPath = (program) =>
  (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)))

/** Debian's packages for each tool, asked for only as root. */
const wanted = [
  { tool: 'pdftotext', packages: ['poppler-utils'] },
  { tool: 'qpdf', packages: ['qpdf'] },
]

/** Programs of others that judge what we make. A test without its program is left out. */
const judges = [
  { needs: ['epubcheck', 'java'], what: 'epubcheck on the exported book', package: 'epubcheck' },
  { needs: ['zimwriterfs', 'zimcheck'], what: 'zimcheck on the ZIM file', package: 'zim-tools' },
  { needs: ['kiwix-serve'], what: 'a search through kiwix-serve', package: 'kiwix-tools' },
  { needs: ['firefox-esr|firefox'], what: 'the USB edition in Firefox', package: 'firefox-esr' },
  { needs: ['Xvfb', 'xauth'], what: 'the packaged app under a display', package: 'xvfb xauth' },
  { needs: ['mksquashfs'], what: 'the AppImage', package: 'squashfs-tools' },
  { needs: ['osslsigncode'], what: 'a signed Windows program', package: 'osslsigncode' },
]

/** A sentence for each that is left out here. @param {(program: string) => boolean} has */
export const leftOut = (has = isInPath) =>
  judges
    .filter(({ needs }) => !needs.every((either) => either.split('|').some(has)))
    .map((judge) => `Left out: ${judge.what}. It needs: apt install ${judge.package}.`)

/** Installs what is missing, as far as that can be done here; says what could not. */
export async function ensureTestTools() {
  const isRoot = process.getuid?.() === 0
  /** @param {string[]} packages */
  const install = async (packages) => {
    if (!isRoot || !isInPath('apt-get')) return false
    console.log(`Installing ${packages.join(', ')} …`)
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
    await run(['apt-get', 'update', '-qq'], { env })
    return (await run(['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages], { env }))
      .ok
  }

  const missing = wanted.filter(({ tool }) => !isInPath(tool))
  const packages = missing.flatMap(({ packages }) => packages)
  if (missing.length > 0 && !(await install(packages)))
    console.error(`Some tests read PDFs back and will fail: install ${packages.join(' and ')}.`)

  if ('path' in findChromium()) return
  console.log('Fetching a Chromium for the tests …')
  const withLibraries = isRoot ? ['--with-deps'] : []
  if ((await run(tool('playwright', 'install', ...withLibraries, 'chromium'))).ok && 'path' in findChromium())
    return
  if (await install(['chromium', 'fonts-dejavu-core', 'fonts-liberation'])) return
  console.error('No Chromium could be fetched: install one, or name it in CHROMIUM_PATH.')
}
