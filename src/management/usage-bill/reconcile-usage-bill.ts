import { insertAudit } from '../../db/audit/audit-entries.ts'
import { newId } from '../../db/new-id.ts'
import { keepBill, setBill } from '../../db/reconciliation/reconciliations.ts'
import { inTransaction } from '../../db/transaction.ts'
import { type NamedColumns, billMembers } from '../../domain/usage-bill/columns.ts'
import { present } from '../../domain/present.ts'
import { subjectOf } from '../../domain/subject.ts'
import { parseDateTime } from '../../domain/time/date-time.ts'
import type { ManagementHandler, ManagementRequest } from '../context.ts'
import { reconciliationOf, shown, siteOf } from '../reconciliations.ts'
import { compareBill } from './compare-bill.ts'
import { readBill } from './read-bill.ts'

// Longer than the pool lets a statement take: a bill may have 100,000 records.
const withinMs = 60_000

/** Compares usage with the file of a bill; all of it is kept, or nothing. Throws Problem 400. */
export const reconcileUsageBill: ManagementHandler<'reconcileUsageBill'> = async (
  { query, body },
  context,
) => {
  const { db, now, audit, limits } = context.services
  const site = siteOf(query.site, context)
  const bill = await readBill(body, namedIn(query))
  const at = now()
  const request = {
    ...{ id: newId(), site, now: at, timeZone: query.timeZone },
    from: parseDateTime(query.from ?? ''),
    to: parseDateTime(query.to ?? ''),
    settledBefore: new Date(at.getTime() - limits.reconcileSettledMs),
  }
  await inTransaction(
    db,
    async (transaction) => {
      await keepBill(transaction, request, at)
      await setBill(transaction, request.id, await compareBill(transaction, bill, request))
      await insertAudit(transaction, audit([subjectOf('reconciliation', request.id)]))
    },
    withinMs,
  )
  return shown(await reconciliationOf(request.id, context), context)
}

type Query = ManagementRequest<'reconcileUsageBill'>['query']

function namedIn(query: Query): NamedColumns {
  const named = billMembers.map((member) => [member, query[`${member}Column`]] as const)
  return present(Object.fromEntries(named)) as NamedColumns
}
