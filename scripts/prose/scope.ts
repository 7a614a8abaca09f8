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
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CODE_OF_CONDUCT.md',
  'scripts/',
  'testing/',
]

/** `asked`: a person names the file. `always`: the check runs over everything. */
export const isCovered = (name: string, reason: 'asked' | 'always'): boolean =>
  !never.some((pattern) => pattern.test(name)) &&
  (reason === 'asked' || done.some((path) => (path.endsWith('/') ? name.startsWith(path) : name === path)))
