/** Which files the prose check reads. */

/** Written by other people or by programs, or held byte for byte. */
const never = [
  /^content\//,
  /^src-compiler\/samples\/[^/]+\//,
  /^src-compiler\/0-import\/samples\/[^/]+\//,
  /^out\//,
  /^bench\/results\//,
  /^LICENSE/,
  /\.d\.ts$/,
]

/** Whether the check reads a file. */
export const isCovered = (name: string): boolean => !never.some((pattern) => pattern.test(name))
