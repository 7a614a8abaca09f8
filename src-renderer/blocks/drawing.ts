/**
 * What a block needs to know of its surroundings to be drawn. The same
 * components draw sections on screen and on paper; only this differs.
 */
import { getContext, setContext, type Component } from 'svelte'
import type { LinkTarget } from '../../src-library/model/inline.ts'
import type { Pace } from './pace.svelte.ts'
import type { Source } from '../../src-library/model/source.ts'

export type Drawing = {
  readonly medium: 'screen' | 'paper'
  /** The number a source is cited by here, from 1; null when the source is not known. */
  readonly citationNumber: (source: string) => number | null
  readonly source: (id: string) => Source | null
  /** The number a note is marked by, from 1. */
  readonly noteNumber: (note: string) => number | null
  /** The `href` of a link, or null when its target can't be reached from here. */
  readonly href: (target: LinkTarget) => string | null
  /** The `href` of a citation's entry in the list of sources. */
  readonly citationHref: (source: string) => string
  readonly noteHref: (note: string) => string
  /** Where the bytes of a file of the pack are read, `library/<pack>/<path>`. */
  readonly fileAddress: (path: string) => string
  /** A unique id in this document for something of the article's, such as a figure. */
  readonly id: (name: string) => string
  /** Draws text with addresses and numbers that must not break anywhere. Absent on screen, which does not load it. */
  readonly paper?: PaperDrawing
  /** Draws long content piece by piece. Absent on paper, which draws all of it at once. */
  readonly pace?: Pace
  /** Opens the popover of a citation, a note or an outside address; absent on paper, where marks are plain links. */
  readonly open?: (detail: Detail, opener: HTMLElement) => void
}

export type PaperDrawing = {
  readonly Text: Component<{ text: string; language: string }>
  readonly Address: Component<{ address: string }>
  readonly hasPieces: (text: string) => boolean
  readonly shortAddress: (address: string) => string
  /** Where a link inside the document leads, and whether a target is such a reference. */
  readonly Reference: Component<{ id: string }>
  readonly isReference: (article: string) => boolean
}

/** The details that a mark in the text can show without leaving the place. */
export type Detail =
  | { readonly kind: 'source'; readonly id: string }
  | { readonly kind: 'note'; readonly id: string }
  | { readonly kind: 'address'; readonly address: string }

const key = Symbol('drawing')

export const provideDrawing = (drawing: Drawing): Drawing => setContext(key, drawing)
export const useDrawing = (): Drawing => getContext<Drawing>(key)
