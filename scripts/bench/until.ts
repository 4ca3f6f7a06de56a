import { setTimeout as wait } from 'node:timers/promises'

const patienceMs = 120_000
const lookEveryMs = 20

/** Waits until it holds; throws when that takes too long. */
export async function until(holds: () => Promise<boolean>): Promise<void> {
  const startedAt = performance.now()
  while (!(await holds())) {
    if (performance.now() - startedAt > patienceMs) throw new Error('it never came true')
    await wait(lookEveryMs)
  }
}
