/** Runs works in the order in which they come, so many at a time. */
export function turns(most: number): <Result>(work: () => Promise<Result>) => Promise<Result> {
  let running = 0
  const waiting: (() => void)[] = []
  return async (work) => {
    if (running < most) running++
    else await new Promise<void>((begin) => waiting.push(begin))
    try {
      return await work()
    } finally {
      // The next takes the place of this one.
      const next = waiting.shift()
      if (next) next()
      else running--
    }
  }
}
