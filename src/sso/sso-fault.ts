import type { AuthCentreFault } from '../auth-centre/fault.ts'
import type { CredentialFault } from '../domain/sso/credential.ts'

/** Why somebody is not signed in: what a page says, and the guide explains (docs/en/sign-on.md). */
export type SsoFaultCode = keyof typeof statuses

// Whoever looks at the log of a proxy tells by the status whose fault it is.
const statuses = {
  off: 404,
  'request-faulty': 400,
  'state-unknown': 400,
  'cookies-missing': 400,
  'code-missing': 400,
  'tenant-missing': 400,
  'tenant-differs': 400,
  'tenant-unknown': 404,
  'tenant-deleted': 403,
  'application-missing': 404,
  'domain-faulty': 502,
  'workbench-off': 403,
  'login-refused': 403,
  'code-refused': 400,
  'ticket-refused': 400,
  'client-mismatch': 502,
  'client-refused': 502,
  'client-forbidden': 502,
  refused: 502,
  unreadable: 502,
  unavailable: 502,
  unreachable: 502,
  certificate: 502,
  timeout: 504,
  busy: 503,
  'database-away': 503,
  internal: 500,
} as const satisfies Readonly<Record<AuthCentreFault | CredentialFault, number>> &
  Readonly<Record<string, number>>

/** Somebody is not signed in, and why; the message is for the log. */
export class SsoFault extends Error {
  readonly code: SsoFaultCode
  readonly status: number
  constructor(code: SsoFaultCode, message: string = code, options?: ErrorOptions) {
    super(message, options)
    this.code = code
    this.status = statuses[code]
  }
}
