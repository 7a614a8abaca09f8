// The USB edition in Firefox, from a folder with blanks and signs in its name. `npm run test:long` runs it where a Firefox is.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from '@playwright/test'
import { Firefox, findFirefox } from './marionette.ts'

const root = resolve(import.meta.dirname, '..')
const program = findFirefox()

test.describe('in Firefox', { tag: '@long' }, () => {
  test.skip(program === null, 'There is no Firefox here: apt install firefox-esr.')
  test.describe.configure({ mode: 'serial' })
  test.setTimeout(180_000)

  let folder = ''
  let firefox: Firefox
  const at = (path: string): string => pathToFileURL(join(folder, 'Флешка #1, 100% təlim', path)).href
  test.beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'fieldshelf-firefox-'))
    const stick = join(folder, 'Флешка #1, 100% təlim')
    const shelf = ['--import', 'tsx', join(root, 'src-compiler/cli.ts'), 'stick']
    const pack = join(root, 'out/library/trafficking-azerbaijan')
    execFileSync(process.execPath, [...shelf, pack, '--out', stick], { cwd: root, stdio: 'pipe' })
    writeFileSync(join(stick, 'probe.html'), '<!doctype html><title>probe</title>')
    firefox = await Firefox.start(program ?? '', join(folder, 'profile'))
  })
  test.afterAll(async () => {
    await firefox.stop()
    rmSync(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
  })

  test('a page that is a file may not read its neighbour: else nothing here would be proven', async () => {
    await firefox.open(at('probe.html'))
    const read = `return fetch('READ ME.txt').then(() => 'read', () => 'refused')`
    expect(await firefox.run(read)).toBe('refused')
  })

  test('the edition opens, finds a word, marks it, and opens the article', async () => {
    await firefox.open(`${at('Fieldshelf.html')}#/`)
    await firefox.sees(`return document.querySelector('#app h1, #app h2')`)
    await firefox.run(
      `window.violations = []; document.addEventListener('securitypolicyviolation', (event) => violations.push(event.violatedDirective))`,
    )
    await firefox.run(
      `const field = document.querySelector('input[role=combobox]'); field.focus(); field.value = 'shelter'; field.dispatchEvent(new Event('input', { bubbles: true }))`,
    )
    await firefox.sees(`return document.querySelectorAll('.hits .hit h2 a').length > 3`)
    await firefox.run(`document.querySelector('.hits .hit h2 a').click()`)
    await firefox.sees(`return document.querySelector('.article h1')`)
    await firefox.sees(
      `return CSS.highlights ? CSS.highlights.size > 0 : document.querySelector('.drawn-marks > *')`,
    )
  })

  test('it speaks Russian when asked, and hides the screen', async () => {
    await firefox.run(`location.hash = '#/settings'`)
    await firefox.sees(
      `return [...document.querySelectorAll('label')].some((one) => one.textContent.includes('Русский'))`,
    )
    await firefox.run(
      `[...document.querySelectorAll('label')].find((one) => one.textContent.includes('Русский')).click()`,
    )
    await firefox.sees(`return document.querySelector('h1').textContent === 'Настройки'`)
    await firefox.run(
      `for (let n = 0; n < 3; n++) for (const type of ['keydown', 'keyup']) document.body.dispatchEvent(new KeyboardEvent(type, { key: 'Shift', code: 'ShiftLeft', bubbles: true }))`,
    )
    await firefox.sees(`return document.querySelector('.cover h1')?.checkVisibility()`)
    expect(await firefox.run('return window.violations ?? window.wrappedJSObject?.violations ?? []')).toEqual(
      [],
    )
  })

  test('the print view draws the pages', async () => {
    // Another page first: the screen is hidden, and the same page would stay so.
    await firefox.open(at('probe.html'))
    await firefox.open(`${at('Fieldshelf.html')}#/print/trafficking-azerbaijan/help-numbers`)
    await firefox.sees(
      `return [...document.querySelectorAll('button')].some((one) => one.textContent.includes('Print…'))`,
    )
    const before = (await firefox.send('WebDriver:GetWindowHandles')) as readonly string[]
    await firefox.press(`//button[contains(., 'Print…')]`)
    await expect
      .poll(async () => ((await firefox.send('WebDriver:GetWindowHandles')) as readonly string[]).length)
      .toBe(before.length + 1)
    const handles = (await firefox.send('WebDriver:GetWindowHandles')) as readonly string[]
    const handle = handles.find((one) => !before.includes(one))
    await firefox.send('WebDriver:SwitchToWindow', { handle })
    await firefox.sees(`return document.querySelector('.document h1')?.textContent === 'Help numbers'`)
  })
})
