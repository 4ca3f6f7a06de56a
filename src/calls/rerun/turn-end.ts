import type { RerunCounts, TurnEnd } from '../../db/rerun/running.ts'
import { type SkipReason, withSkip } from '../../domain/rerun/skips.ts'

const none = { reason: null, result_code: null, result_msg: null, rerun_message_id: null }

/** The end of a turn whose call was run: by the result code of its answer. */
export function answered(
  messageId: string,
  { resultCode, resultMsg }: { readonly resultCode: string; readonly resultMsg: string },
): TurnEnd {
  const outcome = resultCode === '000000' ? 'succeeded' : 'refused'
  const answer = { result_code: resultCode, result_msg: resultMsg }
  return { ...none, ...answer, outcome, rerun_message_id: messageId }
}

/** The end of a turn whose call was passed over. */
export function passedOver(reason: SkipReason): TurnEnd {
  return { ...none, outcome: 'skipped', reason }
}

/** The end of a turn whose call could not be run. */
export const failed: TurnEnd = { ...none, outcome: 'failed' }

/** The counts of a re-run with one more turn. */
export function withEnd(
  counts: RerunCounts,
  messageId: string,
  { outcome, reason, result_code: code }: TurnEnd,
): RerunCounts {
  const { succeeded, refused, failed: failures, skipped_since: since } = counts
  return {
    succeeded: succeeded + (outcome === 'succeeded' ? 1 : 0),
    failed: failures + (outcome === 'failed' ? 1 : 0),
    refused:
      outcome === 'refused' && code !== null
        ? { ...refused, [code]: (refused[code] ?? 0) + 1 }
        : refused,
    skipped_since: reason === null ? since : withSkip(since, reason, messageId),
  }
}
