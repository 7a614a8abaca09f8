/**
 * How well a statement is supported. `primary`: an official or first-hand
 * source was read. `secondhand`: reported by somebody else, or one step of
 * inference. `disputed`: sources disagree, or there is one weak source.
 * `unverified`: no source was found for it.
 */
export const confidences = ['primary', 'secondhand', 'disputed', 'unverified'] as const
export type Confidence = (typeof confidences)[number]
