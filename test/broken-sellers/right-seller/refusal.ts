/** A call that is answered with another code than success. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: string
  constructor(code: string, reason: string) {
    super(reason)
    this.code = code
  }
}

/** A call whose signature does not hold. */
export function unsigned(reason: string): Refusal {
  return new Refusal('000001', reason)
}

/** A call that is not as described. */
export function invalid(reason: string): Refusal {
  return new Refusal('000002', reason)
}
