/** What the preload's world says to the host over its binding. */
import type { Packed } from './values.ts'

export type FromPreload =
  | {
      readonly kind: 'invoke'
      readonly id: number
      readonly channel: string
      readonly args: readonly Packed[]
    }
  | { readonly kind: 'send'; readonly channel: string; readonly args: readonly Packed[] }
  | { readonly kind: 'key'; readonly accelerator: string }
  | { readonly kind: 'resized' }
  | { readonly kind: 'title'; readonly title: string }
  | {
      readonly kind: 'context-menu'
      readonly place: { x: number; y: number; selectionText: string; isEditable: boolean }
    }
  | { readonly kind: 'preload-error'; readonly message: string }

/** What the host calls in the preload's world. */
export type ToPreload = {
  hostReply(id: number, ok: boolean, value: Packed): void
  hostEmit(channel: string, args: readonly Packed[]): void
  hostAccelerators(accelerators: readonly string[]): void
}
