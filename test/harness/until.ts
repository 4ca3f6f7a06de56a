import { setTimeout as wait } from 'node:timers/promises'

const usuallyMs = 20_000
const everyMs = 50

/** Reads again and again until the value is as wanted; fails with the last value when it never is. */
export async function until<Value>(
  read: () => Promise<Value>,
  holds: (value: Value) => boolean,
  withinMs = usuallyMs,
): Promise<Value> {
  const deadline = Date.now() + withinMs
  for (;;) {
    const value = await read()
    if (holds(value)) return value
    if (Date.now() > deadline) throw new Error(`it never came true: ${JSON.stringify(value)}`)
    await wait(everyMs)
  }
}
