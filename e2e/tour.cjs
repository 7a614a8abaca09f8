/* eslint-disable @typescript-eslint/no-require-imports -- loaded with Electron's own `-r` */
// A reader's way through the app without anybody outside of it: start, search, print, quit.
// Started as `electron -r e2e/tour.cjs .`, it prints what it saw as one line of JSON. It needs no
// connection to the app, not even a local one, so it also runs where there is no network at all.
const { app, BrowserWindow } = require('electron')

const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds))

async function until(what) {
  for (let tries = 0; tries < 1200; tries++) {
    const found = await what()
    if (found) return found
    await wait(50)
  }
  throw new Error(`The tour waited in vain for ${what}.`)
}

async function tour() {
  const contents = await until(() => BrowserWindow.getAllWindows()[0]?.webContents)
  const inPage = (code) => contents.executeJavaScript(code).catch(() => null)
  await until(() => inPage(`document.querySelector('h1') !== null`))
  const home = await inPage(`document.body.innerText`)
  await inPage(`location.hash = '#/search?q=shelter'`)
  const hit = await until(() => inPage(`document.querySelector('.hits .hit')?.innerText`))
  const print = await inPage(`(async () => {
    const library = await (await fetch('library/library.json')).json()
    const pack = library.packs[0].id
    const { contents } = await (await fetch('library/' + pack + '/pack.json')).json()
    const [article] = contents[0].articles
    const job = {
      kind: 'sections',
      sections: [{ pack, article: article.id, anchor: 'lead', subsections: false }],
      title: null, preset: 'standard', textSize: 12, paper: 'A4', printedOn: '2026-11-23',
      include: { cover: false, contents: false, facts: true, sources: true, notesArea: false, helpNumbers: false },
    }
    const { fieldshelf } = globalThis
    const prepared = await fieldshelf.call('print.prepare', job)
    if (!prepared.ok) return prepared
    const bytes = await (await fetch(prepared.value.address)).arrayBuffer()
    return { pages: prepared.value.pages, begins: new TextDecoder().decode(bytes.slice(0, 5)) }
  })()`)
  console.log(JSON.stringify({ home: home.includes('Latest news summary'), hit, print }))
}

app.whenReady().then(async () => {
  try {
    await tour()
  } catch (error) {
    console.error(error)
    return app.exit(1)
  }
  app.quit()
})
