/**
 * A virtual screen reader: what one says when the focus moves, by Chromium's own accessibility tree, name, role, states and
 * description in that order, and what the status region says. The words for roles are ours; a real reader has its own.
 */
import type { CDPSession, JSHandle, Page } from '@playwright/test'

type Value = { readonly value?: unknown }
type Node = {
  readonly ignored?: boolean
  readonly role?: Value
  readonly name?: Value
  readonly description?: Value
  readonly value?: Value
  readonly properties?: readonly { readonly name: string; readonly value: Value }[]
}

/** Roles that say nothing beside the name. */
const silent = new Set(['generic', 'StaticText', 'RootWebArea', 'paragraph', 'none'])

export class ScreenReader {
  readonly log: string[] = []
  readonly #page: Page
  readonly #session: CDPSession

  private constructor(page: Page, session: CDPSession) {
    this.#page = page
    this.#session = session
  }

  /** Begins to listen to the status region. */
  static async on(page: Page): Promise<ScreenReader> {
    const session = await page.context().newCDPSession(page)
    await session.send('Accessibility.enable')
    await page.evaluate(() => {
      const heard: string[] = []
      Object.assign(globalThis, { heard })
      const region = document.querySelector('.said')
      if (!region) throw new Error('There is no status region.')
      new MutationObserver(() => {
        if (region.textContent) heard.push(region.textContent)
      }).observe(region, { childList: true, characterData: true, subtree: true })
    })
    return new ScreenReader(page, session)
  }

  /** Says what has the focus. */
  async focused(): Promise<void> {
    await this.#say(await this.#page.evaluateHandle(() => document.activeElement))
  }

  /** Reads an element with all that is in it, as the reader's own cursor does. */
  async read(selector: string): Promise<void> {
    for (const node of await this.#nodesIn(selector)) this.log.push(`read: ${node}`)
  }

  /** Forgets all sentences up to now. */
  async forget(): Promise<void> {
    await this.#page.evaluate(() => (globalThis as unknown as { heard: string[] }).heard.splice(0))
  }

  /** The last sentence of the status region that is wanted, once it is there. */
  async heard(wanted: RegExp): Promise<void> {
    await this.#page.waitForFunction(
      (pattern) =>
        (globalThis as unknown as { heard: string[] }).heard.some((one) =>
          new RegExp(pattern, 'u').test(one),
        ),
      wanted.source,
    )
    const heard = await this.#page.evaluate(() =>
      (globalThis as unknown as { heard: string[] }).heard.splice(0),
    )
    this.log.push(
      ...heard
        .filter((one) => wanted.test(one))
        .slice(-1)
        .map((one) => `status: ${withoutCounts(plain(one))}`),
    )
  }

  async #say(handle: JSHandle<Element | null>): Promise<void> {
    // Playwright hides the object's id; the page marks the element instead.
    await handle.evaluate((element) => element?.setAttribute('data-spoken', ''))
    const { root } = await this.#session.send('DOM.getDocument')
    const { nodeId } = await this.#session.send('DOM.querySelector', {
      nodeId: root.nodeId,
      selector: '[data-spoken]',
    })
    const { nodes } = await this.#session.send('Accessibility.getPartialAXTree', {
      nodeId,
      fetchRelatives: false,
    })
    await handle.evaluate((element) => element?.removeAttribute('data-spoken'))
    this.log.push(`focus: ${spoken(nodes[0] as Node)}`)
  }

  async #nodesIn(selector: string): Promise<readonly string[]> {
    const { root } = await this.#session.send('DOM.getDocument')
    const { nodeId } = await this.#session.send('DOM.querySelector', { nodeId: root.nodeId, selector })
    const { nodes } = await this.#session.send('Accessibility.queryAXTree', { nodeId })
    const said: string[] = []
    for (const node of nodes as readonly Node[]) {
      const role = textOf(node.role)
      if (node.ignored || !['heading', 'link', 'button', 'StaticText', 'cell', 'columnheader'].includes(role))
        continue
      const text = spoken(node)
      // The words of a link or button are said once, with its role.
      if (role === 'StaticText' && said.some((one) => one.includes(text))) continue
      if (text !== '') said.push(text)
    }
    return said
  }
}

/** Counts change with every text of the pack. */
const withoutCounts = (text: string): string => text.replace(/\d{2,}/g, 'N')

const textOf = (value: Value | undefined): string => (typeof value?.value === 'string' ? value.value : '')

const plain = (text: string): string =>
  text
    .replace(/[\u00a0\u202f]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ (?=[:,])/g, '')
    .trim()

function spoken(node: Node): string {
  const role = textOf(node.role)
  const states = (node.properties ?? []).flatMap(({ name, value }) => {
    if (name === 'expanded') return [value.value === true ? 'expanded' : 'collapsed']
    if (name === 'level') return [`level ${String(value.value)}`]
    if (name === 'checked' && value.value !== 'false') return ['checked']
    return []
  })
  const parts = [
    textOf(node.name),
    silent.has(role) ? '' : role,
    ...states,
    textOf(node.value),
    textOf(node.description),
  ]
  return plain(parts.filter((part) => part !== '').join(', '))
}
