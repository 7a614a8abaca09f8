// A pack from a stick: opened, compared, installed, looked at, gone back from; and refused.
import { readFileSync, writeFileSync } from 'node:fs'
import { expect, needsMain, test, type Page } from './app.ts'
import { dropFile, violations } from './everyscreen.ts'
import { article, shelfFile } from './shelffiles.ts'

const first = (key = 'village'): string =>
  shelfFile({
    key,
    sequence: 1,
    documents: {
      'encyclopedia/well.md': article(
        'The well',
        'Water is drawn by the mill.\n\n## Depth {#depth}\n\nIt is 12 metres deep.',
      ),
      'encyclopedia/bridge.md': article('The footbridge', 'It carries four people.'),
    },
  })

const second = (): string =>
  shelfFile({
    sequence: 2,
    documents: {
      'encyclopedia/well.md': article(
        'The well',
        'Water is drawn by the mill.\n\n## How deep it is {#deep}\n\nIt is 14 metres deep.',
      ),
      'encyclopedia/ford.md': article('The ford', 'Carts cross the river here.'),
    },
    pack: { moved: { 'well#depth': 'well#deep' } },
  })

/** The dialog of the menu gives this file. */
async function choose(app: NonNullable<Parameters<typeof needsMain>[0]>, path: string): Promise<void> {
  await app.evaluate(({ dialog, Menu }, file) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [file] })
    Menu.getApplicationMenu()?.getMenuItemById('openPack')?.click()
  }, path)
}

/** Every pack that a test installed is removed. */
async function removeAll(win: Page): Promise<void> {
  await win.evaluate(async () => {
    type Bridge = {
      call(
        channel: string,
        request: unknown,
      ): Promise<{ value: { packs: { id: string; isInstalled: boolean }[] } }>
    }
    const { fieldshelf } = globalThis as unknown as { fieldshelf: Bridge }
    await fieldshelf.call('packs.cancel', null)
    const { value } = await fieldshelf.call('packs.list', null)
    for (const { id, isInstalled } of value.packs)
      if (isInstalled) await fieldshelf.call('packs.change', { kind: 'remove', pack: id })
  })
}

test.beforeEach(({ app }) => needsMain(app))
test.afterEach(({ win }) => removeAll(win))

test('a stranger’s pack is told apart, installed, found, brought up to date and taken back', async ({
  win,
  app,
  open,
}) => {
  needsMain(app)
  await choose(app, first())
  await expect(win.getByRole('heading', { name: 'The village, edition 2027-01' })).toBeVisible()
  await expect(win.getByText('No pack from Village Library was used on this computer before.')).toBeVisible()
  await expect(win.locator('.check-number')).toHaveText(/^\d{5}( \d{5}){5}$/)
  await win.getByRole('button', { name: 'It is the same number: install' }).click()
  await expect(win.getByRole('status').filter({ hasText: 'edition 2027-01, is installed' })).toBeVisible()
  await expect(win.locator('.pack-row').filter({ hasText: 'The village' })).toContainText('Village Library')

  await open('#/search?q=metres+deep')
  await expect(win.locator('.hits .hit').first()).toContainText('The well')
  await expect(win.locator('.hits .hit').first()).toContainText('The village')
  await open('#/contents')
  await expect(win.getByRole('heading', { name: 'The village' })).toBeVisible()

  await choose(app, second())
  await expect(win.getByText('2 sections are new, 0 have changed, 2 are gone.')).toBeVisible()
  await win.getByRole('button', { name: 'Install', exact: true }).click()
  await expect(win.getByText('Edition 2027-01 is kept: you can go back to it below.')).toBeVisible()

  // A link to the section as it was called leads to where it is now.
  await open('#/changes/village')
  await expect(win.locator('.section-change[data-kind=gone]').filter({ hasText: 'Depth' })).toContainText(
    'It is 12 metres deep.',
  )
  await win.getByRole('searchbox', { name: 'Show only sections with' }).fill('carts')
  await expect(win.locator('.section-change')).toHaveCount(1)
  // Those that are shown are printed, and Back leads to them.
  await win.getByRole('button', { name: 'Print these changes' }).click()
  const page = win.locator('.pages section').first()
  await expect(page).toContainText('Carts cross the river here.', { timeout: 20_000 })
  await expect(page).toContainText('Sources: not stated')
  await expect(page).not.toContainText('14 metres')
  await win.getByRole('button', { name: 'Back' }).click()
  await expect(win.locator('.section-change')).toHaveCount(1)

  await open('#/packs')
  await win.getByRole('button', { name: 'Go back to 2027-01' }).click()
  await expect(win.getByRole('button', { name: 'Change to 2027-02' })).toBeVisible()
  await open('#/search?q=footbridge')
  await expect(win.locator('.hits .hit').first()).toContainText('The footbridge')
})

test('a bookmark and a print list follow an edition that renamed, moved and removed sections', async ({
  win,
  app,
  open,
}) => {
  needsMain(app)
  const says = (words: string) => `${words} It says enough to be recognised by its beginning alone.`
  const edition = (sequence: number, well: string, documents: Readonly<Record<string, string>>, moved = {}) =>
    shelfFile({
      key: 'following',
      sequence,
      documents: { 'encyclopedia/well.md': article('The well', well), ...documents },
      pack: { moved },
    })
  const depth = `## Depth {#depth}\n\n${says('It is 12 metres deep.')}`
  await choose(
    app,
    edition(1, `Lead.\n\n${depth}\n\n## Rope {#rope}\n\n${says('The rope is of hemp.')}`, {
      'encyclopedia/bridge.md': article('The bridge', says('It carries four people.')),
    }),
  )
  await win.getByRole('button', { name: 'It is the same number: install' }).click()
  await expect(win.locator('.pack-row').filter({ hasText: 'The village' })).toBeVisible()
  for (const place of ['well/depth', 'well/rope', 'bridge']) {
    await open(`#/read/village/${place}`)
    await expect(win.locator('h1')).toBeVisible()
    await win.keyboard.press('Control+d')
    await expect(win.locator('.said')).toContainText('list')
  }
  await open('#/read/village/bridge')
  await win.keyboard.press('Control+b')
  await win.locator('dialog.question').getByRole('button').nth(1).click()

  await choose(
    app,
    edition(
      2,
      `Lead.\n\n## The rope {#the-rope}\n\n${says('The rope is of hemp.')}`,
      { 'encyclopedia/shaft.md': article('The shaft', `Lead.\n\n${depth}`) },
      { 'well#depth': 'shaft#depth' },
    ),
  )
  // Both editions are read for this sentence.
  await expect(win.locator('.pack-offer')).toContainText('gone.')
  await win.getByRole('button', { name: 'Install', exact: true }).click()
  await expect(win.getByText('Edition 2027-01 is kept: you can go back to it below.')).toBeVisible()
  await open('#/list')
  const listed = win.locator('.listed')
  await expect(listed).toHaveCount(3)
  await expect(listed.nth(0).getByRole('link')).toHaveAttribute('href', '#/read/village/shaft/depth')
  await expect(listed.nth(1).getByRole('link')).toHaveAttribute('href', '#/read/village/well/the-rope')
  await expect(listed.nth(2)).toContainText('Not in this edition. It began: “It carries four people.')
  await open('#/kept')
  await expect(win.locator('.bookmark')).toContainText(
    'Not in this edition. It began: “It carries four people.',
  )
})

test('a forged, a foreign and another publisher’s file are refused with the next step', async ({
  win,
  app,
}) => {
  needsMain(app)
  const path = first()
  const bytes = readFileSync(path)
  bytes[bytes.length - 30] = (bytes[bytes.length - 30] ?? 0) ^ 1
  writeFileSync(path, bytes)
  const refusal = win.locator('.pack-panel [role=alert]')
  await choose(app, path)
  await expect(refusal).toHaveText(
    'The file is damaged: bytes are missing or changed. Copy it again from where it came from. Nothing was installed, and nothing has changed.',
  )
  writeFileSync(path, 'PK a zip file')
  await choose(app, path)
  await expect(refusal).toContainText('This is no Fieldshelf pack.')
  const documents = { 'encyclopedia/well.md': article('The well', 'Call this number.') }
  await choose(app, shelfFile({ id: 'trafficking-azerbaijan', title: 'Help', sequence: 9, documents }))
  await expect(refusal).toContainText('This pack calls itself one of Fieldshelf’s own, and is not.')
  await expect(win.locator('.pack-row')).toHaveCount(1)
})

for (const language of ['az', 'ru'] as const)
  test.describe(() => {
    test.use({ settings: { interfaceLanguage: language } })
    test(`a dropped pack is offered in ${language}, by keyboard and to every reader`, async ({
      win,
      app,
      open,
    }) => {
      needsMain(app)
      await open('#/')
      await dropFile(win, readFileSync(first(language)))
      const yes = { az: 'Nömrə eynidir: quraşdır', ru: 'Номер совпадает: установить' }[language]
      await expect(win.getByRole('button', { name: yes })).toBeVisible()
      expect(await violations(win)).toEqual([])
      await win.getByRole('button', { name: yes }).press('Enter')
      await expect(win.locator('.pack-row').filter({ hasText: 'The village' })).toBeVisible()
      expect(await violations(win)).toEqual([])
    })
  })

const words = {
  en: {
    ...{ same: 'It is the same number: install', notNow: 'Not now', install: 'Install' },
    ...{ goBack: 'Go back to 2027-02', keep: 'Keep mine', older: 'This is an older edition (2027-01)' },
    damaged: 'The file is damaged: bytes are missing or changed.',
  },
  az: {
    ...{ same: 'Nömrə eynidir: quraşdır', notNow: 'İndi yox', install: 'Quraşdır' },
    ...{
      goBack: '2027-02 buraxılışına qayıt',
      keep: 'Məndəki qalsın',
      older: 'köhnə buraxılışdır (2027-01)',
    },
    damaged: 'Fayl zədələnib: baytlar çatışmır və ya dəyişib.',
  },
  ru: {
    ...{ same: 'Номер совпадает: установить', notNow: 'Не сейчас', install: 'Установить' },
    ...{ goBack: 'Вернуться к выпуску 2027-02', keep: 'Оставить мой', older: 'Этот выпуск (2027-01) старше' },
    damaged: 'Файл повреждён: байтов не хватает',
  },
} as const

for (const language of ['en', 'az', 'ru'] as const)
  test.describe(() => {
    test.use({ settings: { interfaceLanguage: language } })
    test(
      `in ${language} a reader refuses a stranger, installs, sees changes, goes back, keeps hers, and refuses a forgery`,
      { tag: '@long' },
      async ({ win, app, open }) => {
        needsMain(app)
        const say = words[language]
        const edition = (sequence: number): string =>
          shelfFile({
            key: `three languages, ${language}`,
            sequence,
            documents: { 'encyclopedia/well.md': article('The well', `It is ${sequence} metres deep.`) },
          })
        await open('#/packs')
        const row = win.locator('.pack-row').filter({ hasText: 'The village' })
        const offer = win.locator('.pack-offer')
        const press = async (name: string): Promise<void> => {
          // Until both editions are compared, they are still being read.
          await expect(offer.getByRole('button', { name, exact: true })).toBeVisible()
          await expect(offer.getByRole('status')).toHaveCount(0)
          await offer.getByRole('button', { name, exact: true }).click()
        }

        await dropFile(win, readFileSync(edition(2)))
        await expect(offer.locator('.check-number')).toHaveText(/^\d{5}( \d{5}){5}$/)
        await press(say.notNow)
        await expect(offer).toHaveCount(0)
        await expect(row).toHaveCount(0)
        await dropFile(win, readFileSync(edition(2)))
        await press(say.same)
        await expect(row).toContainText('2027-02')

        await dropFile(win, readFileSync(edition(3)))
        await press(say.install)
        await expect(row).toContainText('2027-03')
        await open('#/changes/village')
        await expect(win.locator('.section-change ins')).toContainText('3')
        await open('#/packs')
        await row.getByRole('button', { name: say.goBack }).click()
        await expect(row).toContainText('2027-02')

        await dropFile(win, readFileSync(edition(1)))
        await expect(offer).toContainText(say.older)
        await press(say.keep)
        await expect(row).toContainText('2027-02')

        const forged = readFileSync(edition(4))
        forged[forged.length - 30] = (forged[forged.length - 30] ?? 0) ^ 1
        await dropFile(win, forged)
        await expect(win.locator('.pack-panel [role=alert]')).toContainText(say.damaged)
        await expect(row).toContainText('2027-02')
      },
    )
  })
