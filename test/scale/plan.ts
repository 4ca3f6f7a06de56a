import type pg from 'pg'
import { isLong } from '../harness/scale.ts'
import type { Statement } from './recorded.ts'

/** A step of what Postgres does for a statement. */
export interface Step {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Plan Rows': number
  readonly Plans?: readonly Step[]
}

/** The steps of a statement for its values. */
export async function explain(client: pg.Client, { text, values }: Statement): Promise<Step[]> {
  // What begins or ends a transaction has no plan.
  if (!/^\s*(select|with|insert|update|delete)\b/i.test(text)) return []
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Step }[] }>(
    `explain (format json) ${text}`,
    [...values],
  )
  return (rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => stepsOf(Plan))
}

function stepsOf(step: Step): Step[] {
  return [step, ...(step.Plans ?? []).flatMap(stepsOf)]
}

/** Tables of which there is a row for each setting, key, day or site, however much is sold. */
export const smallTables = new Set([
  'address_calls',
  'dial_tests',
  'event_feed_state',
  'key_uses',
  'message_reruns',
  'open_imports',
  'reconciliations',
  'usage_limits',
  'webhook_attempts_state',
  'webhook_away',
  'webhook_cursors',
  'webhook_endpoints',
])

/** Names of the tables, months and weeks without a row: to read one whole is to read nothing. */
export async function emptyTables(client: pg.Client): Promise<ReadonlySet<string>> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and reltuples <= 0`,
  )
  return new Set(rows.map(({ name }) => name))
}

// What counts a table reads it whole, and is measured: what is owed, where a lane is there as long as
// something of it is; and the tenants of an application credential, which may be that of all.
const counted: Readonly<Record<string, readonly string[]>> = {
  listWebhookEndpoints: ['webhook_lanes'],
  getWebhookEndpoint: ['webhook_lanes'],
  getMetrics: ['webhook_lanes'],
  getCredential: ['kit_applications', 'kit_bindings', 'kit_application_uses'],
}

// In a small run a page of the feed, which looks at so many positions and no more, is most of it.
const boundedTables = isLong ? [] : ['event_feed']

// So many are sorted in some milliseconds.
const mostSorted = 60_000

/** What a statement is judged by. */
export interface Asked {
  readonly operationId: string
  readonly empty: ReadonlySet<string>
}

/** Why a statement takes the longer the more is kept; nothing if it does not. */
export function faultsOf(steps: readonly Step[], { operationId, empty }: Asked): string[] {
  const allowed = [...smallTables, ...boundedTables, ...(counted[operationId] ?? [])]
  return steps.flatMap((step) => {
    const { 'Node Type': type, 'Relation Name': table = '', 'Plan Rows': rows } = step
    const isFew = empty.has(table) || allowed.includes(table)
    if (type === 'Seq Scan' && !isFew) return [`Seq Scan of ${table}`]
    return type === 'Sort' && rows > mostSorted ? [`Sort of ${rows} rows`] : []
  })
}
