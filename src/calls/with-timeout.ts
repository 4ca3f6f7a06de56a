import type { Ask, Outcome } from './call.ts'

/** What a port came to while the store waited, and what goes on after the answer. */
export interface InTime<Result> extends Pick<Outcome, 'afterwards'> {
  readonly result: Result | Pending
}

interface Pending {
  readonly outcome: 'pending'
}

/** How the answer of a port is used: what of it the store can take, and how a late one is kept. */
interface Use<Answered, Result> {
  readonly usable: (answered: Answered) => Result
  readonly keepLate: (result: Result) => Promise<unknown>
}

/**
 * Waits for a port of the seller as long as the call may: what takes longer is pending, and is kept
 * when it comes. Rejects when the port fails in time; when it fails late, that is logged.
 */
export async function inTime<Answered, Result>(
  answered: Answered | Promise<Answered>,
  { patience }: Ask<unknown>,
  { usable, keepLate }: Use<Answered, Result>,
): Promise<InTime<Result>> {
  if (!(answered instanceof Promise)) return { result: usable(answered) }
  const coming = answered.then(usable)
  const result = await within(patience(), coming)
  if (result !== undefined) return { result }
  const afterwards = async () => {
    await keepLate(await coming)
  }
  return { result: { outcome: 'pending' }, afterwards }
}

/** The result of a work, or undefined when it takes longer than these milliseconds. */
function within<Result>(milliseconds: number, work: Promise<Result>): Promise<Result | undefined> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => resolve(undefined), milliseconds)
    work.then(resolve, reject).finally(() => clearTimeout(timer))
  })
}
