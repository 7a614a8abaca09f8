// npm run axe: axe on every screen in every theme and language. `npm test` looks at a third of the pairs on each screen.
// @ts-check
import './nodeversion.mjs'
import { build, isBuilt } from './build.mjs'
import { runInForeground, tool } from './run.mjs'

const env = { ...process.env, AXE_ALL: '1' }
const spec = ['e2e/accessibility.spec.ts', ...process.argv.slice(2)]
process.exitCode =
  isBuilt() || (await build({ show: false }))
    ? await runInForeground(tool('playwright', 'test', ...spec), env)
    : 1
