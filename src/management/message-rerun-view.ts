import type { ManagementSchemas } from '../contract/index.ts'
import type { SelectedReruns } from '../calls/rerun/select-reruns.ts'
import type { RerunRow } from '../db/rerun/reruns.ts'
import type { TurnRow } from '../db/rerun/turns.ts'

type MessageRerun = ManagementSchemas['MessageRerun']

/** A re-run of many messages as it is shown. */
export function viewRerun(row: RerunRow): MessageRerun {
  const { id, state, filter, matched, to_run: toRun, skipped, turn } = row
  return {
    ...{ id, state, filter, matched, toRun },
    exact: true,
    mayBeRefunded: null,
    skipped: [...skipped],
    waiting: toRun - turn,
    succeeded: row.succeeded,
    refused: Object.entries(row.refused).map(([resultCode, count]) => ({ resultCode, count })),
    failed: row.failed,
    skippedSince: [...row.skipped_since],
    error: row.error,
    startedBy: row.token_name,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }
}

/** What a dry run has counted. */
export function viewCounted(
  { matched, exact, toRun, skipped }: SelectedReruns,
  { filter, by, at, mayBeRefunded }: Counting,
): MessageRerun {
  const time = at.toISOString()
  return {
    ...{ id: null, state: 'counted', filter, matched, exact },
    toRun: toRun.length,
    mayBeRefunded,
    skipped: [...skipped],
    waiting: toRun.length,
    ...{ succeeded: 0, refused: [], failed: 0, skippedSince: [], error: null },
    ...{ startedBy: by, createdAt: time, updatedAt: time, endedAt: null },
  }
}

/** What was counted, for whom and when. */
export interface Counting {
  readonly filter: MessageRerun['filter']
  readonly by: string
  readonly at: Date
  /** How many of the calls to run are of orders that may be. */
  readonly mayBeRefunded: number
}

/** A call of a re-run as it is shown; the id of its message is told once it is there. */
export function viewTurn(row: TurnRow): ManagementSchemas['RerunMessage'] {
  const { outcome } = row
  return {
    messageId: row.message_id,
    activity: row.activity,
    instanceId: row.instance_id,
    orderId: row.order_id,
    receivedAt: row.received_at.toISOString(),
    outcome,
    reason: row.reason,
    resultCode: row.result_code,
    resultMsg: row.result_msg,
    rerunMessageId: outcome === 'waiting' ? null : row.rerun_message_id,
  }
}
