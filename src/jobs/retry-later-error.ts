/** A job could not be done now and may be later, through no defect of ours. */
export class RetryLaterError extends Error {
  /** How long it is better left alone, if that is known; then no attempt is counted. */
  readonly pauseMs: number | undefined

  constructor(message: string, { pauseMs }: { readonly pauseMs?: number | undefined } = {}) {
    super(message)
    this.pauseMs = pauseMs
  }
}
