// A pack of own documents is signed with a new key, and another computer installs the file by its number.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, needsMain, test, type Page } from './app.ts'
import { violations } from './everyscreen.ts'

type Bridge = { call(channel: string, request: unknown): Promise<{ value: never }> }

/** A saved pack of two documents, of which one stays; gives its id. */
const savedPack = (win: Page): Promise<string> =>
  win.evaluate(async () => {
    const { fieldshelf } = globalThis as unknown as { fieldshelf: Bridge }
    const made = await fieldshelf.call('own.create', { title: 'Lake village', language: 'en' })
    const { id: pack } = made.value as { id: string }
    for (const [file, text] of [
      ['ferry.md', '# The ferry\n\nIt crosses the lake at noon, by the zibbelung.\n'],
      ['mill.md', '# The mill\n\nIt stays here.\n'],
    ] as const) {
      const bytes = new TextEncoder().encode(text)
      await fieldshelf.call('own.drop', { pack, file, size: bytes.length })
      await fieldshelf.call('own.drop', { pack, bytes })
    }
    const edit = { kind: 'passOn', answer: 'yes' }
    await fieldshelf.call('own.edit', { pack, document: 'the-ferry', version: 1, edit })
    await fieldshelf.call('own.save', { pack })
    return pack
  })

test('signs a saved pack for a stick, and another computer installs it by its number', async ({
  win,
  app,
  open,
  launch,
}) => {
  needsMain(app)
  const stick = mkdtempSync(join(tmpdir(), 'fieldshelf-stick-'))
  const pack = await savedPack(win)
  await app.evaluate(({ dialog }, folder) => {
    dialog.showSaveDialog = ((...given: unknown[]) => {
      const { filters = [] } = given.at(-1) as Electron.SaveDialogOptions
      return Promise.resolve({
        canceled: false,
        filePath: `${folder}/ours.${filters[0]?.extensions[0] ?? ''}`,
      })
    }) as typeof dialog.showSaveDialog
  }, stick)
  await open(`#/make/${pack}/save`)
  const sign = win.getByRole('region', { name: 'Sign and save to a stick' })
  await expect(sign.locator('.making-list')).toHaveText('The mill')

  // By keyboard alone.
  const phrase = 'five words make one phrase'
  await sign.getByRole('button', { name: 'Choose the key file…' }).focus()
  await win.keyboard.press('Tab')
  await win.keyboard.press('Enter')
  await win.keyboard.press('Tab')
  for (const text of ['Clean World', phrase, 'another phrase of five words']) {
    await win.keyboard.type(text)
    await win.keyboard.press('Tab')
  }
  await win.keyboard.press('Shift+Tab')
  await win.keyboard.press('Enter')
  await expect(sign.getByRole('alert')).toContainText('The two passphrases differ')
  await win.keyboard.type(phrase)
  await win.keyboard.press('Tab')
  await win.keyboard.type(phrase)
  await win.evaluate(() => scrollTo(0, 0))
  expect(await violations(win)).toEqual([])
  await win.keyboard.press('Enter')
  const number = (await sign.locator('.check-number').textContent()) ?? ''
  expect(number).toMatch(/^\d{5}( \d{5}){5}$/)
  await sign.getByRole('button', { name: 'Save it as PDF…' }).click()
  await expect(sign.getByRole('status').filter({ hasText: 'The sheet is saved' })).toContainText('ours.pdf')

  const field = sign.getByLabel('Passphrase')
  await field.fill('five other words of mine')
  await field.press('Enter')
  await expect(sign.getByRole('alert')).toContainText('The passphrase does not open this key')
  await expect(field).toHaveValue('')
  await field.fill(phrase)
  await field.press('Enter')
  await expect(sign.locator('.making-box')).toBeFocused()
  await expect(sign.locator('.making-box')).toContainText('ours.shelf')
  await expect(field).toHaveValue('')
  expect(await win.locator('body').evaluate((body) => body.outerHTML)).not.toContain(phrase)
  expect(await violations(win)).toEqual([])
  expect(readdirSync(stick).sort()).toEqual(['ours.pdf', 'ours.shelf', 'ours.shelfkey'])
  for (const name of readdirSync(stick)) expect(readFileSync(join(stick, name)).includes(phrase)).toBe(false)
  await win.evaluate(
    (pack) => (globalThis as unknown as { fieldshelf: Bridge }).fieldshelf.call('own.remove', { pack }),
    pack,
  )

  const other = await launch()
  // The page listens to the menu once it is drawn.
  await expect(other.page.locator('#search-field')).toBeFocused()
  await other.app?.evaluate(
    ({ dialog, Menu }, file) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
      Menu.getApplicationMenu()?.getMenuItemById('openPack')?.click()
    },
    join(stick, 'ours.shelf'),
  )
  const offer = other.page.locator('.pack-offer')
  await expect(offer).toContainText('Lake village')
  await expect(offer).toContainText(number)
  await offer.getByRole('button', { name: 'It is the same number: install' }).click()
  await expect(other.page.getByText('is installed.').first()).toBeVisible()
  await other.page.evaluate(() => (location.hash = '#/search?q=zibbelung'))
  await expect(other.page.locator('.hits .hit').first()).toContainText('The ferry')
})
