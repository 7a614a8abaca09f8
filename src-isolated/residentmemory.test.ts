import { expect, test } from 'vitest'
import { fromProc, fromPs, fromTasklist, residentMemory } from './residentmemory.ts'

test('the memory of a process is read as each system tells it', () => {
  expect(fromProc('Name:\tnode\nVmHWM:\t  900 kB\nVmRSS:\t   12345 kB\n')).toBe(12345 * 1024)
  expect(fromPs('  12345\n')).toBe(12345 * 1024)
  for (const cell of ['12,345 K', '12.345 K', '12\u00a0345 K', '12345 K'])
    expect(fromTasklist(`"node.exe","42","Console","1","${cell}"\r\n`), cell).toBe(12345 * 1024)
})

test('a process that is gone has none', async () => {
  for (const read of [fromProc, fromPs, fromTasklist]) expect(read('')).toBeNull()
  expect(fromTasklist('INFO: No tasks are running which match the specified criteria.')).toBeNull()
  expect(await residentMemory(2 ** 30)).toBeNull()
})

test.skipIf(process.platform === 'win32')('that of this process is told, by ps too', async () => {
  const megabyte = 1024 * 1024
  expect(await residentMemory(process.pid)).toBeGreaterThan(20 * megabyte)
  expect(await residentMemory(process.pid, 'darwin')).toBeGreaterThan(20 * megabyte)
})
