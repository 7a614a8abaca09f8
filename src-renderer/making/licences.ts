/** The plain choices of what others may do with a pack, by the name that the pack carries. */
export const licences = { none: '', by: 'CC BY 4.0', zero: 'CC0 1.0' } as const

export type LicenceChoice = keyof typeof licences | 'own'

export const licenceOf = (licence: string): LicenceChoice =>
  (Object.keys(licences) as (keyof typeof licences)[]).find((one) => licences[one] === licence) ?? 'own'
