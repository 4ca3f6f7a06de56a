import { isDeepStrictEqual } from 'node:util'
import type { Scope } from '../contract/index.ts'
import type { AuditRow } from '../db/audit/audit-entries.ts'
import { newId } from '../db/new-id.ts'
import type { Show } from '../domain/show.ts'
import type { AuditChange } from '../calls/services.ts'

/** Whose token held, and what it may do. */
export interface Caller {
  /** `settings` for the token of the settings. */
  readonly tokenId: string
  readonly tokenName: string
  readonly scopes: ReadonlySet<Scope>
  /** The session that it came by; undefined for the token itself. */
  readonly session?: CallerSession
}

/** A session of a person in a browser. */
export interface CallerSession {
  /** By which it is known. */
  readonly hash: string
  /** When it ends at the latest. */
  readonly endsAt: Date
}

/** What a caller asks for, as far as the audit tells it. */
export interface AccessRequest {
  readonly caller: Caller
  readonly requestId: string
  readonly operation: string
  readonly body: unknown
  /** Whether private data are shown to whoever may see them. */
  readonly reveals: boolean
  /** Why something is changed, encrypted. */
  readonly reason: Buffer | null
}

/** What one request may see, and what it leaves in the audit. */
export interface Access {
  readonly show: Show
  /** The entry of a change, for the commit of the change. */
  readonly audit: AuditChange
  /** Of what something was shown in clear so far. */
  readonly seen: () => readonly string[]
  /** The entry of a read in clear; undefined where nothing was. */
  readonly readOf: (subjects: readonly string[]) => AuditRow | undefined
}

/** Opens what one request may see, and begins what it leaves in the audit. */
export function openAccess(request: AccessRequest, now: () => Date): Access {
  const seen = new Set<string>()
  const isPersonal = request.reveals && request.caller.scopes.has('personal')
  return {
    show(subject, value, mask) {
      const masked = mask(value)
      if (!isPersonal) return masked
      // What a mask leaves as it is was not private.
      if (!isDeepStrictEqual(masked, value)) seen.add(subject)
      return value
    },
    audit: (subjects) => entry('change', request, subjects, now()),
    seen: () => [...seen],
    readOf: (subjects) =>
      subjects.length === 0 ? undefined : entry('read', request, subjects, now()),
  }
}

function entry(
  kind: AuditRow['kind'],
  { caller, operation, requestId, body, reason }: AccessRequest,
  subjects: readonly string[],
  at: Date,
): AuditRow {
  return {
    id: newId(),
    at,
    kind,
    token_id: caller.tokenId,
    token_name: caller.tokenName,
    operation,
    subjects,
    fields: kind === 'change' ? Object.keys(body ?? {}) : [],
    request_id: requestId,
    reason: kind === 'change' ? reason : null,
  }
}
