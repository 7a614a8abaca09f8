/** The program `shelf`: passes its arguments to the commands, and ends with their exit code. */
import { commandLine } from './commandline.ts'
import { complain, exit } from './commands/usage.ts'

// With `| head` the reading end closes early: that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(exit.ok)
})

process.exitCode = await commandLine(process.argv.slice(2)).catch((error: unknown) => {
  complain(
    `Something went wrong inside this tool; please report it.\n${error instanceof Error ? error.stack : String(error)}\n`,
  )
  return exit.refused
})
