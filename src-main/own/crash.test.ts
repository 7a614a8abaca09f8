/** Work on a pack of own documents that is interrupted anywhere leaves each document as it was, or as it was to be. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import * as nodeFiles from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attempts } from '../../testing/effort.ts'
import { failingFiles } from '../testing/failingfiles.ts'
import { startOwn, startShelfOfOwn, withWells } from '../testing/ownpacks.ts'
import { withFolder } from '../testing/samplepack.ts'
import { valueOf } from '../testing/valueof.ts'

const wellsId = 'wells-of-the-valley'

describe('work whose N-th write fails', () => {
  it.each(['ENOSPC', 'EACCES'])('says so and loses nothing, with %s', (code) =>
    withFolder(async (folder) => {
      const first = startOwn(join(folder, 'origin'))
      const { id } = await withWells(first)
      await first.edit(id, wellsId, 1, { kind: 'markdown', text: 'One text.\n' })
      expect(valueOf(await first.save(id)).state).toBe('shown')
      const kinds = new Set<string>()
      const step = attempts(9, 1)
      for (let n = 1; ; n += step) {
        const place = join(folder, String(n))
        await nodeFiles.cp(join(folder, 'origin'), place, { recursive: true })
        const { files, count } = failingFiles(n, code)
        const own = startOwn(place, { files })
        const edited = await own.edit(id, wellsId, 2, { kind: 'markdown', text: 'Another text.\n' })
        const added = await own
          .receive(id, 'more.md', 12)
          .then(() => own.receiveMore(id, Buffer.from('# More\n\nNew.')))
        const saved = await own.save(id)
        for (const one of [edited, added, saved]) if (!one.ok) kinds.add(one.failure.kind)

        const { own: after, library } = startShelfOfOwn(place)
        const pack = valueOf(await after.read(id))
        const looked = valueOf(await after.look(id, wellsId))
        expect(edited.ok ? ['Another text.\n'] : ['One text.\n', 'Another text.\n']).toContain(
          looked.markdown,
        )
        expect(pack.content.map(({ title }) => title)).toEqual(
          added.ok ? ['More', 'Wells of the valley'] : ['Wells of the valley'],
        )
        expect(await library.list(), `write ${n}`).toMatchObject([{ state: 'ready', id }])
        // And the same work can be done then.
        const again = await after.edit(id, wellsId, looked.version, { kind: 'markdown', text: 'A third.\n' })
        expect(valueOf(again).markdown).toBe('A third.\n')
        expect(valueOf(await after.save(id)).state).toBe('shown')
        if (count() < n) break
      }
      expect([...kinds]).toEqual([code === 'ENOSPC' ? 'disk-full' : 'read-only'])
    }),
  )
})

describe('a process that is killed while it works on a pack', () => {
  const kills = attempts(3, 150)

  it('leaves every document whole, and every change that was told', () =>
    withFolder(async (folder) => {
      const first = startOwn(join(folder, 'origin'))
      const { id } = await withWells(first)
      valueOf(await first.save(id))
      for (let kill = 1; kill <= kills; kill++) {
        const place = join(folder, String(kill))
        await nodeFiles.cp(join(folder, 'origin'), place, { recursive: true })
        const told = await killWhileWorking(place, id, (kill * 37) % 211)
        const { own, library } = startShelfOfOwn(place)
        await own.tidy()
        const pack = valueOf(await own.read(id))
        expect(pack.state, `kill ${kill}`).not.toBe('damaged')
        // Round N writes “Round N.” into the one document and adds the document “Round N”.
        const { markdown, canUndo } = valueOf(await own.look(id, wellsId))
        const round = Number(/^Round (\d+)\.\n$/.exec(markdown)?.[1] ?? 0)
        expect(round, `kill ${kill}`).toBeGreaterThanOrEqual(told)
        expect(canUndo).toBe(round > 0)
        expect(pack.content.length, `kill ${kill}`).toBeGreaterThanOrEqual(1 + told)
        for (const { id: document } of pack.content)
          expect(valueOf(await own.look(id, document)).article, document).not.toBeNull()
        expect(await library.list(), `kill ${kill}`).toMatchObject([{ state: 'ready', id }])
        expect(valueOf(await own.save(id)).state).toBe('shown')
        expect((await nodeFiles.readdir(join(place, 'own', id, 'compiled'))).length).toBe(1)
      }
    }))
})

/** Works round after round, and is killed; answers with the last round that it told as done. */
async function killWhileWorking(folder: string, id: string, afterMilliseconds: number): Promise<number> {
  const script = `
    import { writeSync } from 'node:fs'
    import { drop, startOwn } from ${JSON.stringify(new URL('../testing/ownpacks.ts', import.meta.url).href)}
    const own = startOwn(${JSON.stringify(folder)})
    for (let round = 1; ; round++) {
      writeSync(1, String(round - 1) + '\\n')
      const { value } = await own.look('${id}', '${wellsId}')
      await own.edit('${id}', '${wellsId}', value.version, { kind: 'markdown', text: 'Round ' + round + '.\\n' })
      await drop(own, '${id}', 'round.md', '# Round ' + round + '\\n\\nText of the round.\\n')
      await own.save('${id}')
    }`
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let told = 0
  child.stdout.on('data', (lines: Buffer) => {
    told = Number(lines.toString().trim().split('\n').at(-1))
  })
  child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMilliseconds))
  await once(child, 'close')
  return told
}
