/** Ids by which the search field and the Search place find each other's parts, and the history the hit that was opened. */
export const suggestionsId = 'suggestions'
export const suggestionId = (at: number): string => `suggestion-${at}`
export const hitId = (at: number): string => `hit-${at}`
