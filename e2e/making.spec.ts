// A pack of own documents: brought in, looked through, described, saved, and found in the library with its mark.
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import JSZip from 'jszip'
import { expect, needsMain, test, type Page } from './app.ts'
import { violations } from './everyscreen.ts'

/** A Word file as small as Word itself would open. */
async function docx(...paragraphs: readonly (readonly [style: string, text: string])[]): Promise<Buffer> {
  const body = paragraphs
    .map(
      ([style, text]) =>
        `<w:p><w:pPr><w:pStyle w:val="${style}"/></w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`,
    )
    .join('')
  const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
  const kinds = 'http://schemas.openxmlformats.org'
  const zip = new JSZip()
  zip.file(
    '[Content_Types].xml',
    `${head}<Types xmlns="${kinds}/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
  )
  zip.file(
    '_rels/.rels',
    `${head}<Relationships xmlns="${kinds}/package/2006/relationships"><Relationship Id="r1" Type="${kinds}/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`,
  )
  zip.file(
    'word/document.xml',
    `${head}<w:document xmlns:w="${kinds}/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  )
  return zip.generateAsync({ type: 'nodebuffer' })
}

const page = `<!doctype html><html lang="en"><head><title>The ferry</title></head><body>
<nav><a href="/">Start</a> <a href="/boats">All boats</a></nav>
<main><h1>The ferry</h1><p>The ferry crosses the lake at noon and carries eleven people and their bicycles.</p>
<h2>Tickets</h2><p>A ticket is sold by the ferryman, who keeps the quokkalong in his hut for the children of the village.</p></main>
</body></html>`

async function folderOfFiles(): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'fieldshelf-own-'))
  const word = await docx(
    ['Title', 'House rules'],
    ['Heading1', 'Keys'],
    ['Normal', 'The keys hang behind the door of the kitchen.'],
  )
  const files: Readonly<Record<string, string | Buffer>> = {
    'rules.docx': word,
    'ferry.html': page,
    'letter.doc': Buffer.from('d0cf11e0a1b11ae10000', 'hex'),
  }
  return Object.entries(files).map(([name, content]) => {
    const path = join(folder, name)
    writeFileSync(path, content)
    return path
  })
}

type Held = {
  fieldshelf: { call(channel: string, request: unknown): Promise<{ value: readonly { id: string }[] }> }
}

const removeAll = (win: Page): Promise<void> =>
  win.evaluate(async () => {
    const { fieldshelf } = globalThis as unknown as Held
    const { value } = await fieldshelf.call('own.list', null)
    for (const { id } of value) await fieldshelf.call('own.remove', { pack: id })
  })

test('makes a pack of documents that is found in the library and says that it was not checked', async ({
  win,
  app,
  open,
}) => {
  needsMain(app)
  const paths = await folderOfFiles()
  // The page listens to the menu once it is drawn.
  await expect(win.locator('#search-field')).toBeFocused()
  await app.evaluate(({ dialog, Menu, shell }, filePaths) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...filePaths] })
    shell.trashItem = () => Promise.reject(new Error('There is no bin.'))
    Menu.getApplicationMenu()?.getMenuItemById('makePack')?.click()
  }, paths)
  await win.getByRole('textbox', { name: 'Title' }).fill('Lake village')
  await win.keyboard.press('Enter')
  await expect(win.getByRole('heading', { level: 2, name: '1. Documents' })).toBeFocused()

  await win.getByRole('button', { name: 'Choose files…' }).click()
  await expect(win.locator('.own-document')).toHaveCount(2)
  await expect(win.locator('.refused-files')).toContainText('letter.doc')
  await expect(win.locator('.own-document').filter({ hasText: 'ferry.html' })).toContainText('left out')

  await win.getByRole('link', { name: 'The ferry' }).click()
  const list = win.getByRole('listbox', { name: 'The ferry, as it came, part by part' })
  await expect(list.locator('del').first()).toBeVisible()
  await expect(win.locator('.look-text')).not.toContainText('All boats')
  const left = await list
    .locator('[role=option]')
    .evaluateAll((all) => all.findIndex((one) => one.querySelector('del') !== null))
  await list.focus()
  await win.keyboard.press('Home')
  for (let at = 0; at < left; at += 1) await win.keyboard.press('ArrowDown')
  await win.keyboard.press('Enter')
  await expect(win.locator('.look-text')).toContainText('Start')
  await win.keyboard.press('Control+z')
  await expect(win.locator('.look-text')).not.toContainText('Start')
  // At the top: the toolbar lies over no link that axe would then take for too small.
  await win.evaluate(() => scrollTo(0, 0))
  expect(await violations(win)).toEqual([])

  const steps = win.getByRole('navigation', { name: 'Steps' })
  await steps.getByRole('link', { name: 'About' }).click()
  await win.getByRole('textbox', { name: 'Publisher', exact: true }).fill('Lake Library')
  await win.getByRole('group', { name: 'The ferry' }).getByRole('radio', { name: 'No', exact: true }).check()
  await steps.getByRole('link', { name: 'Save' }).click()
  await win.getByRole('button', { name: 'Save and show in the library' }).click()
  await win.getByRole('link', { name: 'Open it' }).click()
  await expect(win.locator('.article-head .own-mark')).toHaveText('Own documents, not checked')

  await open('#/search?q=quokkalong')
  await expect(win.locator('.hits .hit').first()).toContainText('The ferry')
  await expect(win.locator('.hits .hit').first().locator('.own-mark')).toHaveText(
    'Own documents, not checked',
  )
  await removeAll(win)
})

test('dropped documents ask where they go, and a pack is removed from the list', async ({
  win,
  app,
  open,
}) => {
  needsMain(app)
  await open('#/')
  await win.evaluate(() => {
    const data = new DataTransfer()
    data.items.add(new File(['The well\n\nIt is twelve metres deep.\n'], 'well.txt', { type: 'text/plain' }))
    document.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }))
  })
  await expect(win.getByRole('heading', { name: 'Where does 1 document go?' })).toBeVisible()
  await win.getByRole('button', { name: 'Into a new pack' }).click()
  await win.keyboard.type('Wells')
  await win.keyboard.press('Enter')
  await expect(win.locator('.own-document')).toHaveCount(1)

  await win.getByRole('link', { name: 'All own packs' }).click()
  await win.getByRole('button', { name: 'Remove: Wells' }).click()
  await win.getByRole('button', { name: 'Remove it' }).press('Enter')
  await expect(win.getByRole('link', { name: 'Wells', exact: true })).toHaveCount(0)
  await expect(win.getByRole('heading', { name: 'Your packs' })).toBeVisible()
})
