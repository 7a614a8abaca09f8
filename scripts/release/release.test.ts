import { describe, expect, test } from 'vitest'
import { faultIn, withRelease, withVersion } from './release.ts'

describe('a release', () => {
  test.each([
    ['0.2', '0.1.0', '2026-12-01', 'three numbers'],
    ['0.1.0', '0.1.0', '2026-12-01', 'does not come after'],
    ['0.1.9', '0.2.0', '2026-12-01', 'does not come after'],
    ['0.2.0', '0.1.0', '1 December', 'written as'],
  ])('of %s after %s on %s is refused with a sentence', (version, before, date, says) => {
    expect(faultIn(version, before, date)).toContain(says)
  })

  test('of a later version has no fault', () => {
    expect(faultIn('0.10.0', '0.9.3', '2026-12-01')).toBeNull()
  })

  test('sets the version of the package alone, not that of a dependency that has the same', () => {
    const lock =
      '{"version": "0.1.0", "lockfileVersion": 3, "packages": {"": {"version": "0.1.0"}, "a": {"version": "0.1.0"}}}'
    expect(withVersion(lock, '0.1.0', '0.2.0')).toBe(
      '{"version": "0.2.0", "lockfileVersion": 3, "packages": {"": {"version": "0.2.0"}, "a": {"version": "0.1.0"}}}',
    )
    expect(withVersion('{"version": "0.1.0"}', '0.1.0', '0.2.0')).toBe('{"version": "0.2.0"}')
  })

  test('moves the collected changes under its own heading, and leaves older releases alone', () => {
    const before =
      '# Changes\n\n## Unreleased\n\nSee [docs/changes](docs/changes/).\n\n## 0.1.0, November 2026\n\nOld.\n'
    const changes = [
      { name: 'reach.md', text: '## Reach\n\n- A stick. It costs $1 & more.\n' },
      { name: 'words.md', text: '## Words\n\n- Better.\n' },
    ]
    expect(withRelease(before, changes, '0.2.0', '2026-12-01')).toBe(
      '# Changes\n\n## Unreleased\n\nSee [docs/changes](docs/changes/).\n\n## 0.2.0, December 2026\n\n' +
        '### Reach\n\n- A stick. It costs $1 & more.\n\n### Words\n\n- Better.\n\n## 0.1.0, November 2026\n\nOld.\n',
    )
  })
})
