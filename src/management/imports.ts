import { closeImport, isImportOpen, openImport } from '../db/import/imports.ts'
import type { Address } from '../domain/address.ts'
import { findInstance } from '../db/instance/instances.ts'
import { announce } from '../calls/announce.ts'
import { insertAudit } from '../db/audit/audit-entries.ts'
import { inTransaction } from '../db/transaction.ts'
import { subjectOf } from '../domain/subject.ts'
import { fetchOrderQueue } from '../db/job/jobs.ts'
import { hasOrderLines } from '../domain/instance/instance.ts'
import type { ManagementContext, ManagementHandler } from './context.ts'
import { appInfoFaults, appInfoFrom } from './app-info.ts'
import { importInstance as importOne } from './import-instance.ts'
import { isPerProduct } from './imported-instance.ts'
import type { InstanceImport } from './instance-import.ts'
import { viewDetail } from './instance-view.ts'
import { unknownInstance, unknownSite } from './not-found.ts'
import { type FaultyField, faultyRequest, inBody } from './problem.ts'

/** Imports an instance that was sold before. */
export const importInstance: ManagementHandler<'importInstance'> = async ({ body }, context) => {
  const { services } = context
  const outcome = await importOne({ given: body, address: addressOf(body, context) }, services)
  if (outcome === 'created') announce({ jobs: [{ queue: fetchOrderQueue, data: {} }] }, services)
  const instance = await findInstance(services.db, services.vault, body.instanceId)
  if (instance === undefined) throw unknownInstance(body.instanceId)
  return { outcome, instance: await viewDetail(instance, services) }
}

/** Whether an import is open. */
export const getImport: ManagementHandler<'getImport'> = async ({ path }, context) => {
  requireSite(path.site, context)
  return { ...path, open: await isImportOpen(context.services.db, path) }
}

/** Opens or closes an import. */
export const putImport: ManagementHandler<'putImport'> = async ({ path, body }, context) => {
  requireSite(path.site, context)
  const { db, now, audit } = context.services
  await inTransaction(db, async (transaction) => {
    if ((await isImportOpen(transaction, path)) === body.open) return
    if (body.open) await openImport(transaction, path, now())
    else await closeImport(transaction, path)
    const subject = subjectOf('import', `${path.site}/${path.kind}`)
    await insertAudit(transaction, audit([subject]))
  })
  return { ...path, open: body.open }
}

function requireSite(site: string, { addresses }: ManagementContext): void {
  if (![...addresses.values()].some((one) => one.site === site)) throw unknownSite(site)
}

/** The address of an import, its fields checked beyond the contract. Throws Problem 400. */
export function addressOf(
  given: InstanceImport,
  { addresses }: Pick<ManagementContext, 'addresses'>,
): Address {
  const [only, ...others] = addresses.values()
  const address =
    given.address === undefined && others.length === 0 ? only : addresses.get(given.address ?? '')
  const faults = faultsOf(given)
  if (address === undefined) {
    const message = `must be one of ${[...addresses.keys()].join(', ')}`
    faults.unshift(inBody('address', message))
  }
  if (address === undefined || faults.length > 0) throw faultyRequest(faults)
  return address
}

function entranceFaults({ family, appInfo }: InstanceImport): FaultyField[] {
  if (appInfo === undefined) return []
  return appInfoFaults(family, appInfoFrom(appInfo, null), 'appInfo/')
}

function faultsOf(given: InstanceImport): FaultyField[] {
  const { family, orderLineId, productId, orders = [] } = given
  const hasLines = hasOrderLines({ family })
  const message = hasLines ? 'is missing' : `is not there in ${family}`
  const isWrong = (line: string | undefined) => (line !== undefined) !== hasLines
  return [
    ...entranceFaults(given),
    ...(isWrong(orderLineId) ? [inBody('orderLineId', message)] : []),
    ...(isPerProduct(given) && productId === undefined ? [inBody('productId', 'is missing')] : []),
    ...orders.flatMap((order, index) =>
      isWrong(order.orderLineId) ? [inBody(`orders/${index}/orderLineId`, message)] : [],
    ),
  ]
}
