import type { IncomingHttpHeaders } from 'node:http'
import type { Operation } from 'openapi-backend'
import type { Caller } from '../../management/access.ts'
import { Problem, faultyRequest } from '../../management/problem.ts'

const reasonName = 'Koogate-Reason'
const revealName = 'Koogate-Reveal'
const longestReason = 500
// Beside control characters those that order text otherwise than it stands: the audit shows it as it was meant.
const unprintable = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/u
// What nobody sees says nothing: blanks, fillers, joiners, and an empty pattern of Braille.
const unseen = /^[\p{White_Space}\p{Default_Ignorable_Code_Point}\u2800]*$/u

/** What a person says beside a request. */
export interface PersonHeaders {
  /** Why something is changed; undefined where nobody said so. */
  readonly reason: string | undefined
  /** Whether private data are shown to whoever may see them. */
  readonly reveals: boolean
}

/** What the headers belong to. */
export interface PersonRequest {
  readonly operation: Operation
  readonly headers: IncomingHttpHeaders
  readonly caller: Caller
  readonly body: unknown
}

/**
 * Reads what a person says in headers of ours. Throws Problem 400, which names the header, where it is
 * malformed, not taken, or missing; and 403 for who may not reveal anything.
 */
export function readPersonHeaders(
  request: PersonRequest,
  { reasonRequired }: { readonly reasonRequired: boolean },
): PersonHeaders {
  const reason = reasonIn(request)
  const isNeeded = reasonRequired && request.caller.session !== undefined && changes(request)
  if (isNeeded && reason === undefined) {
    throw faulty(reasonName, 'must say why; the setting KOOGATE_REASON_REQUIRED is on')
  }
  return { reason, reveals: revealsIn(request) }
}

// A dry run only counts.
function changes({ operation, body }: PersonRequest): boolean {
  const { dryRun } = (body ?? {}) as { readonly dryRun?: unknown }
  return takes(operation, reasonName) && dryRun !== true
}

function reasonIn({ operation, headers }: PersonRequest): string | undefined {
  const given = headers['koogate-reason']
  if (given === undefined) return undefined
  if (!takes(operation, reasonName)) throw notTaken(reasonName)
  const reason = decoded(String(given)).trim()
  if (unprintable.test(reason)) {
    throw faulty(reasonName, 'must be one line, without control characters')
  }
  if (Array.from(reason).length > longestReason) {
    throw faulty(reasonName, `must NOT have more than ${longestReason} characters`)
  }
  return unseen.test(reason) ? undefined : reason
}

// A header is read as Latin-1: what is not ASCII was not encoded.
function decoded(text: string): string {
  try {
    if (/^[\x20-\x7e]*$/.test(text)) return decodeURIComponent(text)
  } catch (error) {
    if (!(error instanceof URIError)) throw error
  }
  throw faulty(reasonName, 'must be percent-encoded UTF-8')
}

function revealsIn({ operation, headers, caller }: PersonRequest): boolean {
  if (caller.session === undefined) return true
  const given = headers['koogate-reveal']
  if (given === undefined) return false
  if (!takes(operation, revealName)) throw notTaken(revealName)
  if (given !== 'true' && given !== 'false') throw faulty(revealName, 'must be true or false')
  if (given === 'true' && !caller.scopes.has('personal')) throw mayNotReveal()
  return given === 'true'
}

function takes({ parameters = [] }: Operation, name: string): boolean {
  return parameters.some((parameter) => 'name' in parameter && parameter.name === name)
}

function notTaken(field: string): Problem {
  return faulty(field, 'is not taken by this operation')
}

function faulty(field: string, message: string): Problem {
  return faultyRequest([{ field, message }])
}

function mayNotReveal(): Problem {
  const message = 'needs the scope personal'
  return new Problem(403, `${revealName} ${message}, which the token of this session lacks.`, {
    errors: [{ field: revealName, message }],
  })
}
