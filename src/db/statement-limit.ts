import { AsyncLocalStorage } from 'node:async_hooks'

const limits = new AsyncLocalStorage<number>()

/**
 * Runs work whose statements the driver waits for so many milliseconds, instead of those of the pool.
 * The work carries the limit along: what makes the statements has no place for it.
 */
export function withStatementLimit<Result>(
  milliseconds: number,
  work: () => Promise<Result>,
): Promise<Result> {
  return limits.run(milliseconds, work)
}

/** How long to wait for a statement of the work that asks; undefined means as long as the pool does. */
export function statementLimit(): number | undefined {
  return limits.getStore()
}
