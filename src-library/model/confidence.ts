/**
 * How well a statement is supported. The interface, the print, the docs and
 * the pack's own article say the same.
 *
 * - `primary`: the original was read, or the body's own publication.
 * - `secondhand`: someone else reports what the original says, or it follows
 *   in one step from what was read.
 * - `disputed`: sources contradict each other; all versions are given.
 * - `unverified`: nothing confirms it but one weak source, such as an
 *   encyclopedia, or no source was found.
 */
export const confidences = ['primary', 'secondhand', 'disputed', 'unverified'] as const
export type Confidence = (typeof confidences)[number]
