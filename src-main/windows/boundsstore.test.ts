import { expect, it } from 'vitest'
import { withFolder } from '../testing/samplepack.ts'
import { BoundsStore } from './boundsstore.ts'

const display = { id: 1, workArea: { x: 0, y: 0, width: 1366, height: 728 } }
const bounds = { x: 10, y: 20, width: 900, height: 600 }

it('the window’s place is kept from one start to the next', () =>
  withFolder(async (folder) => {
    const places = await BoundsStore.open(folder)
    places.remember(display, bounds, true)
    await places.settled()
    expect((await BoundsStore.open(folder)).opening([display])).toEqual({ ...bounds, maximized: true })
  }))

it('a place that could not be kept holds until the app ends', () =>
  withFolder(async (folder) => {
    const places = await BoundsStore.open(`${folder}/\u0000`)
    places.remember(display, bounds, false)
    await places.settled()
    expect(places.opening([display])).toEqual({ ...bounds, maximized: false })
  }))
