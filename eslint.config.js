// What the compiler can't see: packages and globals a folder may not use, and the rules of `.svelte` files.
// Folders' imports of each other are refused by the TypeScript project references.
import { defineConfig, globalIgnores } from 'eslint/config'
import svelte from 'eslint-plugin-svelte'
import globals from 'globals'
import ts from 'typescript-eslint'
import svelteConfig from './svelte.config.js'

/** Anything that can reach a network: banned in everything that ships. */
const networkModules = [
  'http',
  'https',
  'http2',
  'net',
  'tls',
  'dgram',
  'dns',
  'undici',
  'inspector',
  'child_process',
].flatMap((name) => [name, `node:${name}`])

const ban = (names, message) => names.map((name) => ({ name, message }))

const only = (allowed, ...groups) => ({
  'no-restricted-imports': [
    'error',
    {
      paths: [...groups.flat()],
      patterns: allowed,
    },
  ],
})

const lunr = ban(['lunr'], 'lunr lives in src-library/search alone.')
const electron = ban(['electron'], 'electron is for src-main and the preload.')
const network = ban(networkModules, 'Fieldshelf makes no network request.')
const noNode = [{ group: ['node:*'], message: 'This folder runs in the page too: no Node here.' }]
const outside = (...folders) => [
  { group: folders.map((folder) => `**/${folder}/**`), message: 'The architecture forbids this import.' },
]

/** Rooms of the page that activities share, from the ground up: each may import those before it. */
const sharedRooms = ['messages', 'engine', 'state', 'window', 'blocks', 'controls']
/** What a reader does. No activity imports another: what two need goes to a shared room. */
const activities = [
  'browsing',
  'finding',
  'hiding',
  'keeping',
  'making',
  'packs',
  'printing',
  'printlist',
  'reading',
  'searching',
  'settings',
]

const pageRule = (folder, forbidden) => ({
  files: [`src-renderer/${folder}**/*.ts`, `src-renderer/${folder}**/*.svelte`],
  rules: only(
    [
      ...noNode,
      ...outside('src-compiler', 'src-main', 'src-standin'),
      ...forbidden.map((room) => ({
        regex: String.raw`^\.\./(\.\./)*${room}/`,
        message: `src-renderer/${folder} may not import src-renderer/${room}: see docs/design.md.`,
      })),
    ],
    lunr,
    electron,
    network,
  ),
})
const pageRules = [
  pageRule('', []),
  ...sharedRooms.map((room, at) => pageRule(`${room}/`, [...sharedRooms.slice(at + 1), ...activities])),
  ...activities.map((room) =>
    pageRule(
      `${room}/`,
      activities.filter((other) => other !== room),
    ),
  ),
]

export default defineConfig(
  globalIgnores([
    'out',
    'node_modules',
    'test-results',
    'content',
    'src-compiler/samples/*/**',
    'src-compiler/0-import/samples/*/**',
  ]),
  ts.configs.strict,
  svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.node } },
    rules: {
      '@typescript-eslint/consistent-type-definitions': ['error', 'type'],
      '@typescript-eslint/no-invalid-void-type': 'off',
      'no-undef': 'off',
      eqeqeq: 'error',
    },
  },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: {
      globals: { ...globals.browser },
      parserOptions: { parser: ts.parser, extraFileExtensions: ['.svelte'], svelteConfig },
    },
    rules: {
      'svelte/no-at-html-tags': 'error',
      // Caches and histories are Maps on purpose: nothing on screen depends on them.
      'svelte/prefer-svelte-reactivity': 'off',
      'svelte/no-inline-styles': 'error',
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
    },
  },
  {
    files: ['src-library/model/**/*.ts', 'src-library/format/**/*.ts'],
    rules: only(
      [...noNode, ...outside('src-compiler', 'src-main', 'src-renderer', 'src-bridge', 'search')],
      lunr,
      electron,
      network,
    ),
  },
  {
    files: ['src-library/search/**/*.ts'],
    rules: only(
      [...noNode, ...outside('src-compiler', 'src-main', 'src-renderer', 'src-bridge')],
      electron,
      network,
    ),
  },
  {
    files: ['src-compiler/**/*.ts'],
    rules: only(outside('src-main', 'src-renderer', 'src-bridge', 'src-standin', 'e2e'), lunr, electron),
  },
  {
    // It starts processes, and reaches no network.
    files: ['src-isolated/**/*.ts'],
    rules: only(
      outside('src-compiler', 'src-main', 'src-renderer', 'src-bridge'),
      lunr,
      electron,
      network.filter(({ name }) => !name.endsWith('child_process')),
    ),
  },
  {
    files: ['src-bridge/**/*.ts'],
    ignores: ['src-bridge/preload.ts'],
    rules: only([...noNode, ...outside('src-compiler', 'src-main', 'src-renderer')], lunr, electron, network),
  },
  {
    files: ['src-main/**/*.ts'],
    rules: {
      ...only(outside('src-renderer'), lunr, network),
      'no-restricted-globals': [
        'error',
        ...['fetch', 'WebSocket', 'EventSource'].map((name) => ({
          name,
          message: 'Fieldshelf makes no network request.',
        })),
      ],
      'no-restricted-properties': [
        'error',
        ...['openExternal', 'openPath'].map((property) => ({
          object: 'shell',
          property,
          message: 'Addresses are shown and copied, never opened.',
        })),
      ],
    },
  },
  {
    // Packs of own documents are compiled in a process of their own, and nowhere else in main: decision 81.
    files: ['src-main/**/*.ts'],
    ignores: ['src-main/own/isolated/**', 'src-main/browser-host.ts', 'src-main/lockdown/tripwire.ts'],
    rules: only(outside('src-renderer', 'src-compiler'), lunr, network),
  },
  {
    // The two places that may name the network: one listens on the loopback address, one closes the ways out.
    files: ['src-main/browser-host.ts', 'src-main/lockdown/tripwire.ts'],
    rules: only(outside('src-renderer'), lunr, electron),
  },
  ...pageRules,
  {
    // Calls that Chrome 109 or Firefox 115 lack, for which the USB edition is built: docs/decisions/0071.
    files: ['src-renderer/**/*.ts', 'src-renderer/**/*.svelte', 'src-library/**/*.ts', 'src-bridge/**/*.ts'],
    ignores: ['**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: `MemberExpression[property.name=/^(?:toSorted|toReversed|toSpliced|canParse|withResolvers)$/]`,
          message: 'Chrome 109 and Firefox 115 do not have it.',
        },
      ],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'The page reads files through src-bridge/content.ts.' },
      ],
    },
  },
  { files: ['src-bridge/content.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: ['src-standin/**/*.ts'],
    rules: only(outside('src-compiler', 'src-renderer', 'e2e'), lunr),
  },
  {
    // Tests may reach further: they compile packs and read files.
    files: ['**/*.test.ts', '**/testing/**'],
    rules: { 'no-restricted-imports': 'off', '@typescript-eslint/no-non-null-assertion': 'off' },
  },
)
