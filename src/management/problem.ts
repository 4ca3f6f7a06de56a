import { lengths, type ManagementSchemas, type Scope } from '../contract/index.ts'

/** A field of a request that is faulty, and why. */
export type FaultyField = ManagementSchemas['ProblemError']

// What the status says by itself.
const codes = {
  400: 'invalid-request',
  401: 'unauthorized',
  403: 'forbidden',
  404: 'not-found',
  405: 'method-not-allowed',
  409: 'conflict',
  410: 'position-pruned',
  412: 'version-mismatch',
  413: 'too-large',
  422: 'idempotency-key-reused',
  429: 'too-many-requests',
  500: 'internal',
  502: 'store-failed',
  503: 'unavailable',
} as const
type StatusCode = (typeof codes)[keyof typeof codes]

/** What a program tells problems apart by; each has a part of its own in docs/en/problems.md. */
export type ProblemCode =
  | StatusCode
  | 'cross-site'
  | 'https-required'
  | 'instance-released'
  | 'instance-active'
  | 'license-issued'
  | 'license-released'
  | 'license-code'
  | 'message-not-verified'
  | 'no-access-keys'
  | 'address-not-configured'
  | 'operation-not-known'
  | 'request-in-progress'
  | 'reconciliation-running'
  | 'drift-not-repairable'
  | 'message-rerun-running'
  | 'too-many-messages'
  | 'webhook-not-answering'
  | 'webhook-of-settings'
  | 'webhook-endpoints-full'

/** What a problem tells beside its status and its sentence. */
export interface ProblemOptions {
  /** Left out where the status says everything. */
  readonly code?: ProblemCode
  /** The faulty fields of a 400, or the member that a 403 or a 409 is about. */
  readonly errors?: readonly FaultyField[]
  /** The first position of the feed that is kept, of a 410. */
  readonly oldest?: number
  /** Headers that HTTP wants with the status. */
  readonly headers?: Readonly<Record<string, string>>
}

/** An answer other than success: the HTTP status, a code for programs, one sentence for a person. */
export class Problem extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly errors: readonly FaultyField[] | undefined
  readonly oldest: number | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, detail: string, options: ProblemOptions = {}) {
    super(detail)
    const { code = codeOf(status), errors, oldest, headers = {} } = options
    this.status = status
    this.code = code
    this.errors = errors
    this.oldest = oldest
    this.headers = headers
  }
}

/** The code that a status has where nothing else is said. */
export function codeOf(status: number): StatusCode {
  const byStatus: Partial<Record<number, StatusCode>> = codes
  return byStatus[status] ?? (status < 500 ? 'invalid-request' : 'internal')
}

/** A 401: what the caller shows lets nobody in. */
export function unauthorized(detail: string): Problem {
  return new Problem(401, detail, { headers: { 'www-authenticate': 'Bearer' } })
}

/** A 403: who calls is known, and needs a scope for what is asked. */
export function lacksScope(scope: Scope, detail: string, errors?: readonly FaultyField[]): Problem {
  const challenge = `Bearer error="insufficient_scope", scope="${scope}"`
  return new Problem(403, detail, {
    ...(errors && { errors }),
    headers: { 'www-authenticate': challenge },
  })
}

/** Of a token that was deleted, has run out or never was: which of these, is told to nobody. */
export const unknownToken = 'This management token is not known, or not valid any more.'

/**
 * A faulty member of the body, by its path with slashes: `usageInfo/0/usageValue`. What a caller named
 * a member may be no text; no URL holds half a surrogate pair.
 */
export function inBody(name: string, message: string): FaultyField {
  const path = name.toWellFormed()
  return { field: path, pointer: path === 'body' ? '#' : `#/${encodeURI(path)}`, message }
}

/** A 400 that names its faulty fields. */
export function faultyRequest(errors: readonly FaultyField[]): Problem {
  const { length } = errors
  const shown = errors.slice(0, lengths.problemErrors).map(({ field, pointer, message }) => ({
    field: field.slice(0, lengths.problemField),
    ...(pointer !== undefined && { pointer: pointer.slice(0, lengths.problemPointer) }),
    message: message.slice(0, lengths.problemMessage),
  }))
  const fields = length === 1 ? 'field' : 'fields'
  return new Problem(400, `The request has ${length} faulty ${fields}.`, { errors: shown })
}
