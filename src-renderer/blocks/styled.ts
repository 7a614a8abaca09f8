/** Properties of an element's style that depend on its content. The content security policy allows them from a script alone. */
import type { Attachment } from 'svelte/attachments'

export const styled =
  (properties: Readonly<Record<`--${string}`, string | number | undefined>>): Attachment<HTMLElement> =>
  (element) => {
    for (const [name, value] of Object.entries(properties))
      if (value !== undefined) element.style.setProperty(name, String(value))
  }
