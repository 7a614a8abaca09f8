// A library with packs that lie: the app starts, says which it left out, and shows the rest as the text it is.
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Block } from '../src-library/model/block.ts'
import { packFormat } from '../src-library/format/manifest.ts'
import { expect, test } from './app.ts'
import { copyApp } from './appcopy.ts'
import { article, entryOf, filesOf, markup, pack, reversing, section, writeSealed } from './hostilepacks.ts'

async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((to) => {
    location.hash = to
  }, hash)
}

test('packs that can’t be right are left out, in a sentence for each reason, and the others stay', async ({
  launch,
}) => {
  const { folder, library } = copyApp()
  const one = [article('a')]
  writeSealed(library, 'twin', filesOf(pack('trafficking-azerbaijan', one), one))
  const turned = [article('a', { title: reversing })]
  writeSealed(library, 'turned', filesOf(pack('turned', turned), turned))
  const twice = pack('twice', one)
  writeSealed(library, 'twice', filesOf({ ...twice, contents: [...twice.contents, ...twice.contents] }, one))
  const manifests = {
    newer: `{"format":${packFormat + 1}}`,
    deep: '['.repeat(1_000_000),
    outside: `{"format":${packFormat},"id":"outside","title":"x","edition":"1","language":"en","files":{"../x":{"bytes":1,"sha256":"${'0'.repeat(64)}"}}}`,
  }
  for (const [id, manifest] of Object.entries(manifests)) {
    mkdirSync(join(library, id))
    writeFileSync(join(library, id, 'manifest.json'), manifest)
  }
  symlinkSync('/etc', join(library, 'linked'))
  const copy = join(library, 'trafficking-azerbaijan - Copy')
  cpSync(join(library, 'trafficking-azerbaijan'), copy, { recursive: true })
  const manifest = readFileSync(join(copy, 'manifest.json'), 'utf8')
  writeFileSync(join(copy, 'manifest.json'), manifest.replace(/"edition": ?"[^"]*"/, '"edition":"1999"'))

  const { page } = await launch({ appPath: folder })
  await expect(page.getByRole('alert')).toHaveText([
    '5 packs are damaged and were left out: deep, outside, turned, twice, twin. Install Fieldshelf again to get them back.',
    'The pack “newer” was made for a newer Fieldshelf and was left out. Install the newest one to read it.',
    'The pack in “trafficking-azerbaijan - Copy” was left out: another edition of it is in this library. To read this one, take the other away and start again.',
  ])
  await goTo(page, '#/read/trafficking-azerbaijan/help-numbers')
  await expect(page.getByRole('heading', { level: 1, name: /Help numbers/ })).toBeVisible()
  rmSync(folder, { recursive: true })
})

test('a pack that lies in what it says is shown as text, and what it lacks is said', async ({ launch }) => {
  const { folder, library } = copyApp()
  const text = (value: string): { kind: 'text'; value: string }[] => [{ kind: 'text', value }]
  const image = {
    kind: 'image',
    path: 'figures/none.png',
    width: 60_000,
    height: 600,
    alternative: markup,
  } as const
  const lies: readonly Block[] = [
    {
      kind: 'paragraph',
      children: [
        ...text(markup),
        { kind: 'citation', source: 'nowhere' },
        { kind: 'footnoteReference', note: 'nowhere' },
        {
          kind: 'link',
          target: { kind: 'address', address: 'javascript:globalThis.ran=1' },
          children: text('a script'),
        },
        {
          kind: 'link',
          target: { kind: 'section', article: 'nowhere', anchor: 'x' },
          children: text('nowhere'),
        },
      ],
    },
    { kind: 'figure', id: 'same', caption: text(markup), content: image },
    { kind: 'figure', id: 'same', caption: [], content: { ...image, path: 'figures/html.png' } },
    { kind: 'table', caption: null, align: [], head: [], rows: [[], []] },
    {
      kind: 'figure',
      id: 'series',
      caption: [],
      content: {
        kind: 'data',
        path: 'figures/a.csv',
        columns: [
          { name: '__proto__', values: 'number' },
          { name: 'b', values: 'number' },
        ],
        rows: [
          { cells: ['2001', '1e999'], sources: ['nowhere'], confidence: null, note: markup },
          { cells: ['9999', 'NaN'], sources: [], confidence: null, note: '' },
        ],
      },
    },
  ]
  const circle = { article: 'constructor', anchor: 'lead' }
  const one = article('constructor', {
    title: markup,
    related: [circle, circle],
    sections: [section('lead', { title: markup, blocks: lies, sources: ['nowhere'] })],
  })
  const figures = { value: markup, label: 'the same', source: 'nowhere' }
  const news = article('item', {
    kind: 'news',
    title: 'An item of news',
    news: { date: '9999', summarised: '0001', leavesOut: text(markup), keyFigures: [figures, figures] },
  })
  const articles = [one, news]
  const lying = pack('lies', articles, {
    title: 'A pack that lies',
    help: { article: 'nowhere', anchor: 'x' },
    contents: [
      { title: 'Same', titles: [], articles: [entryOf(one)] },
      { title: 'Same', titles: [], articles: [entryOf(article('missing', { title: 'A missing article' }))] },
    ],
    news: [{ ...entryOf(news), date: '9999-12-31' }],
    sources: [
      {
        id: 'hasOwnProperty',
        title: markup,
        publisher: 'x',
        type: 'us',
        published: '9999',
        address: 'javascript:globalThis.ran=1',
        read: null,
      },
    ],
  })
  writeSealed(
    library,
    'lies',
    new Map([...filesOf(lying, articles), ['figures/html.png', '<script>globalThis.ran=1</script>']]),
  )

  const { page } = await launch({ appPath: folder })
  const errors: Error[] = []
  page.on('pageerror', (error) => errors.push(error))
  await expect(page.getByRole('heading', { name: 'A pack that lies' }).first()).toBeVisible()
  await goTo(page, '#/read/lies/constructor')
  await expect(page.getByRole('heading', { level: 1, name: markup })).toBeVisible()
  await goTo(page, '#/read/lies/item')
  await expect(page.getByText('the same')).toHaveCount(2)
  await goTo(page, '#/read/lies/missing')
  await expect(page.getByText('This library has no such article or section.')).toBeVisible()
  await goTo(page, '#/search?q=shelter')
  await expect(page.getByText(/Search is not available in “A pack that lies”/)).toBeVisible()
  await expect(page.getByRole('link', { name: /shelter/i }).first()).toBeVisible()
  for (const hash of ['#/contents', '#/about', '#/print/lies/constructor']) {
    await goTo(page, hash)
    await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  }
  expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false)
  expect(errors).toEqual([])
  rmSync(folder, { recursive: true })
})
