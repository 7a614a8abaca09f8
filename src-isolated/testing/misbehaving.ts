/** An isolated process that misbehaves as the test asks. */
import { serve, worker } from '../serve.ts'
import { misbehave } from './misbehave.ts'

const held: Uint8Array[] = []
let asked = 0

serve([
  worker(misbehave, (bytes, { how }) => {
    asked += 1
    switch (how) {
      case 'count':
        return { length: bytes.length, asked, pid: process.pid }
      case 'loop':
        for (;;);
      case 'eat':
        for (;;) held.push(new Uint8Array(16 * 1024 * 1024).fill(1))
      case 'end':
        return process.exit(0)
      case 'look':
        return { length: Object.keys(process.env).length, asked, pid: process.pid }
    }
  }),
])
