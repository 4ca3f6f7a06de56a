import type { NewDriftRow } from '../../db/reconciliation/drifts.ts'
import { newId } from '../../db/new-id.ts'
import { type FoundDrift, driftKey } from '../../domain/reconciliation/drift.ts'
import { toStorable } from '../../domain/storable-text.ts'

const mostText = 1_024

/** The rows of what a reconciliation has found in its orders. */
export function driftRows(
  found: readonly FoundDrift[],
  { id, site }: { readonly id: string; readonly site: string },
  now: Date,
): NewDriftRow[] {
  return found.map((drift) => ({
    id: newId(),
    reconciliation_id: id,
    key: driftKey(drift),
    kind: drift.kind,
    repair: drift.repair,
    state: 'open',
    site,
    order_id: drift.orderId,
    order_line_id: drift.orderLineId,
    instance_id: drift.instanceId,
    message_id: drift.messageId,
    text: shortened(drift.text),
    differences: drift.differences,
    usage: null,
    value: null,
    found_at: now,
  }))
}

/** A sentence as long as the contract has it. */
export function shortened(text: string): string {
  return toStorable(text).slice(0, mostText).toWellFormed()
}
