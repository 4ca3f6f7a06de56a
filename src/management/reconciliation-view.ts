import type { ManagementSchemas } from '../contract/index.ts'
import { type DriftCount, type DriftRow, countDrifts } from '../db/reconciliation/drifts.ts'
import type { ReconciliationRow } from '../db/reconciliation/reconciliations.ts'
import type { Services } from '../calls/services.ts'

type Reconciliation = ManagementSchemas['Reconciliation']
type Drift = ManagementSchemas['Drift']

/** Reconciliations as they are shown, with how many drifts each has in which state. */
export async function viewReconciliations(
  rows: readonly ReconciliationRow[],
  { db }: Pick<Services, 'db'>,
): Promise<Reconciliation[]> {
  const ids = rows.map(({ id }) => id)
  const counts = Map.groupBy(await countDrifts(db, ids), (one) => one.reconciliation_id)
  return rows.map((row) => view(row, counts.get(row.id) ?? []))
}

function view(row: ReconciliationRow, counts: readonly DriftCount[]): Reconciliation {
  const countOf = (state: string) => counts.find((one) => one.state === state)?.count ?? 0
  return {
    id: row.id,
    kind: row.kind,
    site: row.site,
    state: row.state,
    startedBy: row.started_by,
    since: row.since?.toISOString() ?? null,
    orders: row.orders,
    asked: row.asked,
    skipped: row.skipped,
    drifts: {
      open: countOf('open'),
      applying: countOf('applying'),
      applied: countOf('applied'),
      failed: countOf('failed'),
      gone: countOf('gone'),
    },
    bill: row.bill && { ...row.bill, columns: [...row.bill.columns], states: [...row.bill.states] },
    error: row.error,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

/** A drift as it is shown. */
export function viewDrift(row: DriftRow): Drift {
  return {
    id: row.id,
    reconciliationId: row.reconciliation_id,
    kind: row.kind,
    repair: row.repair,
    state: row.state,
    site: row.site,
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    instanceId: row.instance_id,
    messageId: row.message_id,
    text: row.text,
    differences: [...row.differences],
    usage: row.usage,
    foundAt: row.found_at.toISOString(),
    appliedAt: row.applied_at?.toISOString() ?? null,
    result: row.result,
  }
}
