import { insertAudit } from '../db/audit/audit-entries.ts'
import { newId } from '../db/new-id.ts'
import {
  type ReconciliationRow,
  beginReconciliation,
  endReconciliation,
  findReconciliation,
  findRunning,
  listReconciliations as findPage,
} from '../db/reconciliation/reconciliations.ts'
import { inTransaction } from '../db/transaction.ts'
import { isTestOrder } from '../domain/reconciliation/test-order.ts'
import { subjectOf } from '../domain/subject.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import { unknownReconciliation, unknownSite } from './not-found.ts'
import { Problem, faultyRequest, inBody } from './problem.ts'
import { viewReconciliations } from './reconciliation-view.ts'

/** Reconciliations, the newest first. */
export const listReconciliations: ManagementHandler<'listReconciliations'> = async (
  { query },
  { services },
) => {
  const found = await findPage(services.db, query, pageFrom('reconciliations', query))
  return {
    items: await viewReconciliations(found.items, services),
    nextCursor: nextCursor('reconciliations', found, query),
  }
}

/** One reconciliation. */
export const getReconciliation: ManagementHandler<'getReconciliation'> = async (
  { path },
  context,
) => shown(await reconciliationOf(path.id, context), context)

/**
 * Begins a reconciliation of orders. Throws Problem 404 for an unknown site, 409 where its orders are not
 * read or one of it runs.
 */
export const createReconciliation: ManagementHandler<'createReconciliation'> = async (
  { body },
  context,
) => {
  const { services } = context
  const { db, now, audit, stores } = services
  const site = siteOf(body.site, context)
  if (stores.of(site) === undefined) throw ordersAreOff(site)
  const orderIds = body.orderIds?.filter((one) => !isTestOrder(one))
  if (orderIds?.length === 0) throw faultyRequest([inBody('orderIds', 'names test orders only')])
  const id = newId()
  const since = parseDateTime(body.since ?? '') ?? null
  const given = { id, site, started_by: 'request' } as const
  const isBegun = await inTransaction(db, async (transaction) => {
    const begun = { ...given, since, order_ids: orderIds ?? null }
    if (!(await beginReconciliation(transaction, begun, now()))) return false
    await insertAudit(transaction, audit([subjectOf('reconciliation', id)]))
    return true
  })
  if (!isBegun) throw await isRunning(site, context)
  return shown(await reconciliationOf(id, context), context)
}

/** Ends a reconciliation that runs; one that has ended stays as it is. */
export const cancelReconciliation: ManagementHandler<'cancelReconciliation'> = async (
  { path: { id } },
  context,
) => {
  const { db, now, audit } = context.services
  await reconciliationOf(id, context)
  await inTransaction(db, async (transaction) => {
    const end = { state: 'cancelled', error: null, now: now() } as const
    if (!(await endReconciliation(transaction, id, end))) return
    await insertAudit(transaction, audit([subjectOf('reconciliation', id)]))
  })
  return shown(await reconciliationOf(id, context), context)
}

/** A reconciliation by its id. Throws Problem 404. */
export async function reconciliationOf(
  id: string,
  { services }: Pick<ManagementContext, 'services'>,
): Promise<ReconciliationRow> {
  const row = await findReconciliation(services.db, id)
  if (row === undefined) throw unknownReconciliation(id)
  return row
}

/** The site that a request means. Throws Problem 404 for one that no address has, 400 where several do. */
export function siteOf(
  given: string | undefined,
  { addresses, services }: Pick<ManagementContext, 'addresses' | 'services'>,
): string {
  const sites = [...new Set([...addresses.values()].map((one) => one.site))]
  const asked = services.stores.all.map((store) => store.site)
  const site = given ?? onlyOf(sites) ?? onlyOf(asked)
  if (site === undefined) {
    throw faultyRequest([{ field: 'site', message: `must be one of ${sites.join(', ')}` }])
  }
  if (!sites.includes(site)) throw unknownSite(site)
  return site
}

function onlyOf<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined
}

/** A reconciliation as it is shown. */
export async function shown(row: ReconciliationRow, { services }: ManagementContext) {
  const [view] = await viewReconciliations([row], services)
  if (view === undefined) throw unknownReconciliation(row.id)
  return view
}

async function isRunning(site: string, { services }: ManagementContext): Promise<Problem> {
  const running = await findRunning(services.db, site)
  return new Problem(409, `Reconciliation ${running?.id ?? ''} of site ${site} still runs.`, {
    code: 'reconciliation-running',
  })
}

function ordersAreOff(site: string): Problem {
  return new Problem(
    409,
    `Orders of site ${site} are not read, because KOOGATE_STORE_AK and KOOGATE_STORE_SK are not set for it.`,
  )
}
