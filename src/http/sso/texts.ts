import type { SsoFaultCode } from '../../sso/sso-fault.ts'

/** What a page says of a fault: what happened, and what to check. */
export interface FaultText {
  readonly what: string
  readonly check: readonly string[]
}

/** Everything that the pages say, in one language. */
export interface Texts {
  readonly lang: string
  readonly failed: string
  readonly check: string
  readonly code: string
  readonly request: string
  readonly again: string
  readonly ownWindow: string
  readonly signedIn: string
  readonly goOn: string
  readonly signedOut: string
  readonly signedOutText: string
  readonly continueAs: (name: string) => string
  readonly of: (tenant: string) => string
  readonly instead: (name: string) => string
  readonly button: string
  readonly notMe: string
  readonly faults: Readonly<Record<SsoFaultCode, FaultText>>
}
