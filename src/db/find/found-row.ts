import { type RawBuilder, sql } from 'kysely'
import type { ManagementSchemas } from '../../contract/index.ts'

/** What an id may be, the likeliest first. */
export const foundKinds = [
  'instance',
  'order',
  'license',
  'tenant',
  'user',
  'application',
  'message',
  'event',
  'usage-window',
  'outbound-call',
  'ask',
  'alarm',
  'webhook-endpoint',
  'webhook-attempt',
  'reconciliation',
  'drift',
  'token',
  'audit',
] as const
export type FoundKind = (typeof foundKinds)[number]

/** Which id of a thing was given. */
export type FoundBy = ManagementSchemas['Found']['by']

/** One thing that an id is. */
export interface FoundRow {
  readonly kind: FoundKind
  readonly by_id: FoundBy
  /** Its own; of an order line empty, since it has four. */
  readonly id: string
  readonly label: string | null
  readonly instance_id: string | null
  readonly order_id: string | null
  readonly order_line_id: string | null
  /** Of an ask. */
  readonly subject: string | null
  readonly site: string | null
  readonly address: string | null
  readonly test: boolean | null
  readonly at: Date | null
}

/** What is looked up. */
export interface FindQuery {
  /** The id; of a UUID in lower case too. */
  readonly texts: readonly string[]
  /** Undefined for what is not a UUID. */
  readonly uuid: string | undefined
  /** Ids of the licenses that it is the code of. */
  readonly licenseIds: readonly string[]
  /** Its keyed hash, by which a user of the kit is known. */
  readonly userNameHash: string
  /** Tokens and the audit too. */
  readonly isAdmin: boolean
}

/** How many of each kind are shown. */
const mostFound = 20

/** What a look-up selects of a table; a member that is left out is null. */
export type FoundColumns = Partial<Record<Exclude<keyof FoundRow, 'kind' | 'by_id'>, string>>

const types = {
  id: 'text',
  label: 'text',
  instance_id: 'text',
  order_id: 'text',
  order_line_id: 'text',
  subject: 'text',
  site: 'text',
  address: 'text',
  test: 'boolean',
  at: 'timestamptz',
}

/** The look-up of one kind by one of its ids: at most mostFound rows of a table that an index gives. */
export function lookUp(
  [kind, by]: readonly [FoundKind, FoundBy],
  { from, columns }: { readonly from: RawBuilder<unknown>; readonly columns: FoundColumns },
): RawBuilder<unknown> {
  const given: Partial<Record<string, string>> = columns
  const selected = Object.entries(types).map(
    ([name, type]) => `(${given[name] ?? 'null'})::${type} as ${name}`,
  )
  return sql`(select ${kind}::text as kind, ${by}::text as by_id, ${sql.raw(selected.join(', '))}
    from ${from} limit ${mostFound})`
}
