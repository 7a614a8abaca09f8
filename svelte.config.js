// Read by Vite, svelte-check, ESLint and the editor.
import { vitePreprocess } from '@sveltejs/vite-plugin-svelte'

export default {
  preprocess: vitePreprocess(),
  // Fragments are built node by node: the page's content security policy forbids markup from strings.
  compilerOptions: { runes: true, fragments: 'tree', css: 'external' },
}
