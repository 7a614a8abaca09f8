// Documents of several kinds, read by the built process: a pack in work, saved, searched and removed.
import { readFileSync } from 'node:fs'
import { expect, needsMain, test, type Page } from './app.ts'

type Answer = { readonly ok: boolean; readonly value: unknown; readonly failure?: { readonly kind: string } }

/** A call of the bridge, as the page makes it. */
const call = (win: Page, channel: string, request: unknown): Promise<Answer> =>
  win.evaluate(
    ([channel, request]) => {
      type Bridge = { call(channel: string, request: unknown): Promise<Answer> }
      return (globalThis as unknown as { fieldshelf: Bridge }).fieldshelf.call(channel as string, request)
    },
    [channel, request] as const,
  )

/** Drops a file; answers with what became of it. */
const drop = (win: Page, pack: string, file: string, bytes: Uint8Array): Promise<Answer> =>
  win.evaluate(
    async ([pack, file, base64]) => {
      type Bridge = { call(channel: string, request: unknown): Promise<Answer> }
      const { fieldshelf } = globalThis as unknown as { fieldshelf: Bridge }
      const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
      await fieldshelf.call('own.drop', { pack, file, size: bytes.length })
      return fieldshelf.call('own.drop', { pack, bytes })
    },
    [pack, file, Buffer.from(bytes).toString('base64')] as const,
  )

const page = `<!doctype html><html lang="en"><title>Zisterne Nord</title><nav>Menu</nav>
<main><p>The zisterne in the north holds forty barrels of water.</p></main></html>`

test.beforeEach(({ app }) => needsMain(app))

test('documents become a pack that is found by search, says whose it is, and goes away', async ({
  win,
  open,
}) => {
  const made = await call(win, 'own.create', { title: 'Our notes', language: 'en' })
  const { id } = made.value as { readonly id: string }
  expect(await drop(win, id, 'north.html', Buffer.from(page))).toMatchObject({
    value: { added: ['zisterne-nord'], refused: [] },
  })
  const pdf = readFileSync(new URL('../src-compiler/0-import/formats/pdf/tagged.pdf', import.meta.url))
  expect(await drop(win, id, 'tagged.pdf', pdf)).toMatchObject({ value: { refused: [] } })
  expect(await drop(win, id, 'bad.docx', Buffer.from('PK no zip'))).toMatchObject({
    value: { added: [], refused: [{ file: 'bad.docx', kind: 'damaged' }] },
  })
  expect(await call(win, 'own.look', { pack: id, document: 'zisterne-nord' })).toMatchObject({
    value: { headings: [], problems: [], came: [{ text: 'Menu', isKept: false }, { isKept: true }] },
  })
  const saved = await call(win, 'own.save', { pack: id })
  expect(saved).toMatchObject({ value: { state: 'shown' } })
  expect(await call(win, 'packs.list', null)).toMatchObject({
    value: { packs: expect.arrayContaining([expect.objectContaining({ id, standing: 'own' })]) as unknown },
  })
  await open('#/search?q=zisterne')
  await expect(win.getByText('forty barrels')).toBeVisible()
  await open('#/')
  expect(await call(win, 'own.remove', { pack: id })).toMatchObject({ ok: true })
  expect(await call(win, 'own.list', null)).not.toMatchObject({
    value: expect.arrayContaining([expect.objectContaining({ id })]) as unknown,
  })
})
