/** A job could not be done now and may be later, through no defect of ours. */
export class RetryLaterError extends Error {
  /** How long its kind of job is better left alone, if that is known. */
  readonly pauseMs: number | undefined

  constructor(message: string, { pauseMs }: { readonly pauseMs?: number | undefined } = {}) {
    super(message)
    this.pauseMs = pauseMs
  }
}
