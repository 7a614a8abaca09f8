/** What several engines need alike. */

/** Words for engines whose query language chokes on punctuation. */
export const wordsOnly = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []

/** Whether the last word may still be being typed. */
export const isTyping = (query: string): boolean => /[\p{L}\p{N}]$/u.test(query)

export const encodeJson = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
export const decodeJson = (bytes: Uint8Array): unknown => JSON.parse(new TextDecoder().decode(bytes))
