import { expect, test } from 'vitest'
import { menuCommands } from '../../src-bridge/contract.ts'
import { shortcuts } from '../../src-bridge/shortcuts.ts'
import { keyGroups } from './keygroups.ts'

test('every command that has keys is listed once', () => {
  const listed = keyGroups.flatMap(({ commands }) => commands)
  expect([...listed].sort()).toEqual(menuCommands.filter((command) => shortcuts[command] !== null).sort())
})
