/** Opens the window: its parts are built here by hand, in order, and handed down. */
import './styles/fonts.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/window.css'
import './styles/text.css'
import './styles/article.css'
import './styles/section.css'
import './styles/marks.css'
import './styles/comparing.css'
import './styles/searching.css'
import './styles/settings.css'
import './styles/overlays.css'
import './styles/printlist.css'
import './styles/places.css'
import './styles/desk.css'
import './styles/forcedcolors.css'
import { mount, unmount } from 'svelte'
import type { Content } from '../src-bridge/content.ts'
import type { Bridge } from '../src-bridge/contract.ts'
import { chooseLanguage } from '../src-bridge/settings.ts'
import App from './App.svelte'
import { Keeping } from './state/keeping.svelte.ts'
import { later } from './later.ts'
import { wordsIn } from './messages/catalogue.ts'
import type { ListKeeping } from './state/listkeeping.ts'
import { PrintList } from './state/printlist.svelte.ts'
import { readAhead } from './window/readahead.ts'
import { SearchClient, type SearchWorker } from './engine/client.ts'
import { Library } from './state/library.svelte.ts'
import { guardedBridge } from './state/guardedbridge.ts'
import { Navigation } from './state/navigation.svelte.ts'
import { SettingsState } from './state/settings.svelte.ts'
import { articleKey, sectionKey } from './state/versions.ts'
import { Unexpected } from './window/unexpected.svelte.ts'

/** For developers and tests: anything kept under it draws the page in the pseudo-locale. See docs/design.md. */
const pseudoLocaleKey = 'fieldshelf.pseudolocale'

/** What differs from host to host. */
export type Host = {
  readonly bridge: Bridge
  readonly content: Content
  readonly startSearch: () => SearchWorker
}

export async function startWindow(host: Host): Promise<void> {
  const { content } = host
  const bridge = guardedBridge(host.bridge)
  const unexpected = new Unexpected()
  unexpected.watch(window)
  const settings = new SettingsState(bridge)
  const library = new Library(content)
  const navigation = new Navigation(window)
  const search = new SearchClient({ content, start: host.startSearch })
  const printList = new PrintList((address) => sectionKey(library, address))
  let keepsList: Promise<ListKeeping> | null = null
  /** Read after the first screen, or with the first place that needs it. */
  const listKeeping = (): Promise<ListKeeping> =>
    (keepsList ??= import('./state/listkeeping.ts').then(async ({ ListKeeping }) => {
      const keeping = new ListKeeping(bridge, settings, printList)
      await keeping.load()
      return keeping
    }))
  // A list that is begun before that is asked about, too, when the window closes. The keeping takes this over.
  printList.onchange = () => void listKeeping()
  const keeping = new Keeping(bridge, settings, {
    section: (address) => sectionKey(library, address),
    article: (address) => articleKey(library, address),
  })
  const target = document.getElementById('app')
  if (!target) throw new Error('The page has no #app element.')

  /** The page in the reader's language. A change of language draws it again; lasting state is kept outside of it. */
  async function draw(target: HTMLElement): Promise<void> {
    const words = sessionStorage.getItem(pseudoLocaleKey)
      ? (await import('./messages/pseudolocale.ts')).pseudoLocale
      : await wordsIn(chooseLanguage(settings.current.interfaceLanguage, navigator.languages))
    document.documentElement.lang = words.language
    document.documentElement.dir = words.direction
    const app = mount(App, {
      target,
      props: {
        lasting: { bridge, content, settings, library, navigation, search, printList, listKeeping, keeping },
        words,
        unexpected,
        onlanguage: redraw,
      },
    })
    async function redraw(): Promise<void> {
      await unmount(app)
      await draw(target)
    }
  }

  // The reader's own theme, text size and language come before anything is painted.
  // Without them the page still opens, and says that something went wrong.
  await settings.load().catch((error: unknown) => unexpected.tell(error))
  await keeping.load().catch((error: unknown) => unexpected.tell(error))
  await draw(target)
  // Another tab of the same browser changed what is kept.
  window.addEventListener('storage', () => void keeping.refresh())
  // The index comes after the first screen, and before the first key; then what the first screen did without.
  void library.open().then(() => {
    search.warm()
    return readAhead([listKeeping, ...Object.values(later)])
  })
}
