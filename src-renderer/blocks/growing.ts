/** How much of a long list is drawn by now: on screen piece by piece, on paper all of it. */
import { onDestroy } from 'svelte'
import { useDrawing } from './drawing.ts'
import type { Growth } from './pace.svelte.ts'

/** To be called while a component is set up. `weights` are those of the list's items. */
export function useGrowth(weights: () => readonly number[]): Growth {
  const { pace } = useDrawing()
  if (!pace) return { from: 0, to: Infinity }
  const growth = pace.grow(weights())
  onDestroy(growth.stop)
  return growth
}
