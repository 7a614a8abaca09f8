/** Saves that are still under way when the app must end. */

/** Milliseconds that an app which can't go on waits for its saves. */
const most = 2000

/** Resolves when every store has saved what it was asked to, or the wait is over. Never rejects. */
export async function settledSoon(
  stores: readonly { settled(): Promise<void> }[],
  milliseconds = most,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined
  const over = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds)
  })
  await Promise.race([Promise.allSettled(stores.map((store) => store.settled())), over])
  clearTimeout(timer)
}
