/** Addresses of the steps. */
import { formatLocation, type LocationOf } from '../state/location.ts'

type Making = LocationOf<'making'>

export const listOfPacks: Making = {
  place: 'making',
  pack: null,
  step: 'documents',
  document: null,
  line: null,
}

export const stepPlace = (of: Partial<Making>): Making => ({ ...listOfPacks, ...of })

export const stepHref = (of: Partial<Making>): string => formatLocation(stepPlace(of))
