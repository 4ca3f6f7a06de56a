import type { Catalog, TableIndex } from './catalog.ts'
import { isCommon } from './common-rows.ts'
import type { PlacedStep } from './plan.ts'
import type { PageRequest } from './requests.ts'

/** Tables of which there is a row for each setting, key, day or site, however much is sold. */
export const smallTables = new Set([
  'activity_calls',
  'address_calls',
  'console_sessions',
  'dial_tests',
  'event_feed_state',
  'key_uses',
  'koogate_migrations',
  'koogate_migrations_lock',
  'message_reruns',
  'open_imports',
  'reconciliations',
  'secret_key_check',
  'tokens',
  'usage_limits',
  'webhook_attempts_state',
  'webhook_away',
  'webhook_cursors',
  'webhook_endpoints',
])

// What counts a table reads it whole, and is measured: what is owed, where a lane is there as long as
// something of it is; the usage of an instance; purchases that fail; and the tenants of an application credential, which
// may be that of all.
// The first row that has an id which most have is found at once.
const counted: Readonly<Record<string, readonly string[]>> = {
  listWebhookEndpoints: ['webhook_lanes'],
  getWebhookEndpoint: ['webhook_lanes'],
  getMetrics: ['webhook_lanes', 'failing_purchases'],
  getUsageSummary: ['usage_windows'],
  findById: ['kit_application_uses'],
  getCredential: ['kit_applications', 'kit_bindings', 'kit_application_uses'],
}

// So many are read, read from an index alone, or sorted in some milliseconds.
const mostRead = 40_000
const mostOfIndex = 100_000
const mostSorted = 100_000

/** What a statement is judged by. */
export interface Asked extends Pick<PageRequest, 'operationId' | 'kind'> {
  readonly catalog: Catalog
  /** Whether rows that a page leaves out may only be looked at where nearly all are shown. */
  readonly isExact: boolean
}

/** Why a statement takes the longer the more is kept; nothing if it does not. */
export function faultsOf(steps: readonly PlacedStep[], asked: Asked): string[] {
  return steps.flatMap((step) => {
    const { 'Relation Name': table, 'Index Name': index, 'Plan Rows': rows } = step
    const isSort = step['Node Type'] === 'Sort' && rows > mostSorted
    if (table === undefined) return isSort ? [`Sort of ${rows} rows`] : []
    const { catalog, operationId } = asked
    const allowed = [...smallTables, ...(counted[operationId] ?? [])]
    if (catalog.isEmpty(table) || allowed.includes(catalog.wholeOf(table))) return []
    const by = index === undefined ? '' : ` by ${catalog.wholeOf(index)}`
    return faultsOfScan(step, asked).map((fault) => `${fault} of ${catalog.wholeOf(table)}${by}`)
  })
}

function faultsOfScan(step: PlacedStep, { catalog, kind, isExact }: Asked): string[] {
  const { 'Node Type': type, 'Index Name': index = '', Filter: filter, isOfPage } = step
  if (type === 'Seq Scan') return ['Seq Scan']
  if (isExact && kind !== 'two at once' && looksAtOthers(step, catalog)) {
    return [`look at rows that are not ${filter}`]
  }
  if (!type.startsWith('Index')) return []
  if (isSkipping(step, catalog)) return ['read of a whole index']
  if (isOfPage) return []
  const most = type === 'Index Only Scan' ? mostOfIndex : mostRead
  if (step['Plan Rows'] > most) return [`read of ${step['Plan Rows']} rows`]
  const isWhole = step['Index Cond'] === undefined && !indexOf(index, catalog)?.isPartial
  return isWhole ? ['read of a whole index'] : []
}

// What the planner takes to be nearly nothing it is.
const littleCost = 100

function looksAtOthers(step: PlacedStep, catalog: Catalog): boolean {
  const { Filter: filter, 'Relation Name': table = '' } = step
  if (filter === undefined || step['Total Cost'] <= littleCost) return false
  return !isCommon(catalog.wholeOf(table), filter, step['Index Cond'] !== undefined)
}

// A condition that leaves the first column of an index out is looked for under each of its values.
function isSkipping(step: PlacedStep, catalog: Catalog): boolean {
  const { 'Index Cond': condition, 'Index Name': index = '' } = step
  const known = indexOf(index, catalog)
  if (condition === undefined || known === undefined || known.isPartial) return false
  return step['Total Cost'] > littleCost && !condition.includes(known.firstColumn)
}

function indexOf(name: string, catalog: Catalog): TableIndex | undefined {
  return catalog.indexes.find((one) => one.name === catalog.wholeOf(name))
}
