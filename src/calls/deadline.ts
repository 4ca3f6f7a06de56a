import type { SellerOperation } from '../contract/index.ts'
import { interfaceOf, operations } from '../interfaces.ts'
import type { Limits } from '../limits.ts'
import { raceTimeout } from '../race-timeout.ts'

/** A bound on how long a call is worked on. */
export interface Deadline {
  /** True once the answer has left: whoever works on the call writes nothing any more. */
  readonly isOver: () => boolean
  /** Throws DeadlineError then. */
  readonly check: () => void
  /** The work's result; rejects with DeadlineError when the time is over first. */
  race<Result>(work: Promise<Result>): Promise<Result>
}

class DeadlineError extends Error {}

/** From the last byte of a call of this operation to its answer. */
export function deadlineMsOf(operation: SellerOperation, { answerWithinMs }: Limits): number {
  return Math.min(interfaceOf(operation).deadlineMs, answerWithinMs)
}

/** The longest of them: no call is under way for longer. */
export function longestDeadlineMs(limits: Limits): number {
  return Math.max(...operations.map((operation) => deadlineMsOf(operation, limits)))
}

const portShare = 3 / 4

/** What the seller's ports may take of it; the rest is for the database. */
export function portMsOf(operation: SellerOperation, limits: Limits): number {
  return Math.min(limits.portWithinMs, deadlineMsOf(operation, limits) * portShare)
}

/** A deadline that begins now. */
export function startDeadline(milliseconds: number): Deadline {
  let isOver = false
  const late = () => new DeadlineError(`no answer within ${milliseconds} ms`)
  return {
    isOver: () => isOver,
    check() {
      if (isOver) throw late()
    },
    race(work) {
      return raceTimeout(milliseconds, work, () => {
        isOver = true
        throw late()
      })
    },
  }
}

/** Of a call that nobody waits for in vain: an operator's. */
export const noDeadline: Deadline = {
  isOver: () => false,
  check: () => undefined,
  race: (work) => work,
}
