/** Why the auth centre gave no user: the codes of the pages that say so (docs/en/sign-on.md). */
export type AuthCentreFault =
  | 'code-refused'
  | 'ticket-refused'
  | 'client-mismatch'
  | 'client-refused'
  | 'client-forbidden'
  | 'refused'
  | 'unreadable'
  | 'unavailable'
  | 'unreachable'
  | 'certificate'
  | 'timeout'

/** The auth centre gave no user, and why; the message is for the log and holds no secret. */
export class AuthCentreError extends Error {
  readonly fault: AuthCentreFault
  constructor(fault: AuthCentreFault, message: string, options?: ErrorOptions) {
    super(message, options)
    this.fault = fault
  }
}

/** A refusal as OAuth words it (RFC 6749, 5.2), and the status it came with. */
export interface OauthRefusal {
  readonly status: number
  readonly error?: string | undefined
  readonly description?: string | undefined
}

/**
 * What a refusal means. Its wording is documented for `invalid_grant` and `invalid_client`; which status
 * the latter has is not.
 */
export function faultOfRefusal({ status, error, description }: OauthRefusal): AuthCentreFault {
  if (error === 'invalid_grant') return 'code-refused'
  if (error === 'invalid_client') {
    return /mismatch/i.test(description ?? '') ? 'client-mismatch' : 'client-refused'
  }
  if (status === 403) return 'client-forbidden'
  if (status >= 500) return 'unavailable'
  return error === undefined ? 'unreadable' : 'refused'
}
