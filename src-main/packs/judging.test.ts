/** The signer of a pack decides what a reader is asked, and what is refused. */
import { describe, expect, it } from 'vitest'
import { editionShown, install, keyOf, onStick, shelfBytes, startShelf } from '../testing/shelfpack.ts'
import { withFolder } from '../testing/samplepack.ts'

describe('who signed a pack decides', () => {
  it.each<[string, Parameters<typeof shelfBytes>[0], string]>([
    ['another publisher’s pack of an id that is here', { sequence: 2, keys: ['stranger'] }, 'other-key'],
    ['an id that belongs to Fieldshelf', { id: 'hotline' }, 'reserved'],
    ['the same sequence with other bytes', { says: 'It is elsewhere.' }, 'same-sequence'],
    ['the very edition that is here', {}, 'already-here'],
  ])('%s is refused', (_what, made, kind) =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      expect(await install(shelf, await onStick(folder))).toBeNull()
      expect(await install(shelf, await onStick(folder, made))).toBe(kind)
      expect(await editionShown(shelf)).toBe('edition 1')
    }),
  )

  it('an older edition is offered as older, and is older still after the pack was removed', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      await install(shelf, await onStick(folder, { sequence: 5 }))
      const older = await onStick(folder, { sequence: 3 })
      expect(await shelf.installer.examine(older)).toMatchObject({ value: { asks: 'older' } })
      await shelf.installer.remove('village')
      expect(await editionShown(shelf)).toBeNull()
      expect(await (await startShelf(folder)).installer.examine(older)).toMatchObject({
        value: { asks: 'older' },
      })
    }))

  it('a key that a shipped publisher vouches for is known, and one that it withdraws is not', () =>
    withFolder(async (folder) => {
      const vouches = [{ key: keyOf('friend'), name: 'Friend', ids: ['atlas'] }]
      const shelf = await startShelf(folder)
      await install(shelf, await onStick(folder, { id: 'hotline', keys: ['product'], vouches }))
      expect(
        await shelf.installer.examine(await onStick(folder, { id: 'atlas', keys: ['friend'] })),
      ).toMatchObject({
        value: { standing: 'vouched', asks: 'nothing' },
      })
      expect(await install(shelf, await onStick(folder, { id: 'atlas', keys: ['friend'] }))).toBeNull()
      const withdraws = [{ key: keyOf('friend'), from: null }]
      await install(
        shelf,
        await onStick(folder, { id: 'hotline', keys: ['product'], sequence: 2, withdraws }),
      )
      expect(await editionShown(shelf, 'atlas')).toBeNull()
      expect(await shelf.library.list()).toContainEqual({
        state: 'left-out',
        folder: 'The atlas',
        reason: 'withdrawn',
      })
      expect(
        await install(shelf, await onStick(folder, { id: 'atlas', keys: ['friend'], sequence: 9 })),
      ).toBe('withdrawn')
    }))

  it('a stranger’s word about other keys is not taken', () =>
    withFolder(async (folder) => {
      const shelf = await startShelf(folder)
      const vouches = [{ key: keyOf('friend'), name: 'Friend', ids: ['atlas'] }]
      const withdraws = [{ key: keyOf('product'), from: null }]
      await install(shelf, await onStick(folder, { vouches, withdraws }))
      expect(
        await shelf.installer.examine(await onStick(folder, { id: 'atlas', keys: ['friend'] })),
      ).toMatchObject({
        value: { standing: 'unknown' },
      })
      expect(await install(shelf, await onStick(folder, { id: 'hotline', keys: ['product'] }))).toBeNull()
    }))
})
