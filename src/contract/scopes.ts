import type { Document } from 'openapi-backend'
import { readDocument } from './document.ts'
import type { ManagementSchemas } from './types.ts'

/** What a management token may do. */
export type Scope = ManagementSchemas['Scope']

type Way = Readonly<Record<string, readonly Scope[]>>
interface Operation {
  readonly operationId: string
  readonly security?: readonly Way[]
}

// What makes, shows and ends a session: whoever has a token may have its session.
const ofAnyCaller: ReadonlySet<string> = new Set(['createSession', 'getSession', 'deleteSession'])

/** Whether an operation asks for a token or a session, and for no scope of it. */
export function isForAnyCaller(operationId: string): boolean {
  return ofAnyCaller.has(operationId)
}

const methods = ['get', 'put', 'post', 'patch', 'delete'] as const

/**
 * The scope that each operation of the management contract needs, by operationId; those that ask for no
 * token, or for any, are left out. Throws for an operation that does not say: it would be open to every token.
 */
export function requiredScopes(
  document: Document = readDocument('management'),
): ReadonlyMap<string, Scope> {
  const paths = Object.values(document.paths ?? {}) as Partial<Record<string, Operation>>[]
  const operations = paths.flatMap((path) => methods.flatMap((method) => path[method] ?? []))
  return new Map(operations.flatMap(scopeOf))
}

function scopeOf({ operationId, security }: Operation): [string, Scope][] {
  if (security?.length === 0 || isForAnyCaller(operationId)) return []
  // By every way in, the same one.
  const named = new Set(security?.flatMap((way) => Object.values(way).map(String)))
  const [scope, ...others] = security?.[0]?.['managementToken'] ?? []
  if (scope === undefined || others.length > 0 || named.size > 1) {
    throw new Error(`${operationId} does not name the one scope that it needs`)
  }
  return [[operationId, scope]]
}
