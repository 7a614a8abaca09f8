/** Which files the prose check reads. */

/** Written by other people or by programs, or held byte for byte. */
const never = [
  /^content\//,
  /^src-compiler\/samples\/[^/]+\//,
  /^out\//,
  /^bench\/results\//,
  /^LICENSE/,
  /\.d\.ts$/,
]

/** Folders and files whose prose has been rewritten. The others follow; then this list goes. */
const done: readonly string[] = [
  '.github/',
  'CHANGELOG.md',
  'CODE_OF_CONDUCT.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'bench/',
  'docs/accessibility.md',
  'docs/changes/',
  'docs/messages.md',
  'e2e/',
  'scripts/',
  'src-bridge/',
  'src-isolated/',
  'src-main/',
  'src-packs/',
  'src-renderer/printing/',
  'src-renderer/styles/',
  'src-renderer/window/',
  'src-standin/',
  'testing/',
]

/** `asked`: a person names the file. `always`: the check runs over everything. */
export const isCovered = (name: string, reason: 'asked' | 'always'): boolean =>
  !never.some((pattern) => pattern.test(name)) &&
  (reason === 'asked' || done.some((path) => (path.endsWith('/') ? name.startsWith(path) : name === path)))
