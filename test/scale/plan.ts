import pg from 'pg'
import { listSettings } from '../../src/db/database.ts'
import type { Statement } from './recorded.ts'

/** A step of what Postgres does for a statement. */
export interface Step {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Name'?: string
  readonly 'Index Cond'?: string
  readonly Filter?: string
  readonly 'Plan Rows': number
  readonly 'Total Cost': number
  readonly Plans?: readonly Step[]
}

/** A step, and whether what asks for its rows takes no more than a page of them. */
export interface PlacedStep extends Step {
  readonly isOfPage: boolean
}

/** A connection that plans as those of the lists do, but for these settings. */
export async function connectAsLists(
  connectionString: string | undefined,
  settings: Readonly<Record<string, string>> = {},
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString })
  await client.connect()
  for (const [name, value] of Object.entries({ ...listSettings, ...settings })) {
    await client.query(`set ${name} = ${value}`)
  }
  return client
}

/** What is said of a statement in a fault. */
export function shortText({ text }: Statement): string {
  return text.replaceAll(/\s+/g, ' ').slice(0, 120)
}

/** The steps of a statement for its values. */
export async function explain(
  client: pg.Client,
  { text, values }: Statement,
): Promise<PlacedStep[]> {
  // What begins or ends a transaction has no plan.
  if (!/^[\s(]*(select|with|insert|update|delete)\b/i.test(text)) return []
  const { rows } = await client.query<{ 'QUERY PLAN': readonly { Plan: Step }[] }>(
    `explain (format json) ${text}`,
    [...values],
  )
  return (rows[0]?.['QUERY PLAN'] ?? []).flatMap(({ Plan }) => stepsOf(Plan, false))
}

// What takes all rows before it gives one.
const takesAll = new Set([
  'Sort',
  'Aggregate',
  'Hash',
  'Materialize',
  'Unique',
  'SetOp',
  'WindowAgg',
])

function stepsOf(step: Step, isOfPage: boolean): PlacedStep[] {
  const type = step['Node Type']
  const isOfPageBelow = type === 'Limit' || (isOfPage && !takesAll.has(type))
  const below = (step.Plans ?? []).flatMap((one) => stepsOf(one, isOfPageBelow))
  return [{ ...step, isOfPage }, ...below]
}
