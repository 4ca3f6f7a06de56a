/** A bound on how long a call is worked on. */
export interface Deadline {
  /** True once the time is over: whoever works on the call writes nothing any more. */
  readonly expired: () => boolean
  /** The work's result, or a DeadlineError when the time is over first. */
  race<Result>(work: Promise<Result>): Promise<Result>
}

export class DeadlineError extends Error {}

export function withDeadline(milliseconds: number): Deadline {
  let over = false
  return {
    expired: () => over,
    race(work) {
      return new Promise((resolve, reject) => {
        const timer = setTimeout(() => {
          over = true
          reject(new DeadlineError(`no answer within ${milliseconds} ms`))
        }, milliseconds)
        work.then(resolve, reject).finally(() => clearTimeout(timer))
      })
    },
  }
}
