import { type AlarmChange, raiseAlarm } from '../../calls/alarms.ts'
import type { GivenUpRow } from '../../db/webhook/deliveries.ts'
import { subjectOf } from '../../domain/subject.ts'
import type { Health } from './note-health.ts'

/** The alarms of endpoints that are disabled now, and of events that are given up. */
export function settleAlarms(
  healths: readonly Health[],
  givenUp: readonly GivenUpRow[],
): AlarmChange[] {
  const disabled = healths.flatMap(({ row, before, after }) =>
    before.disabledReason === null && after.disabledReason !== null && row.state === 'enabled'
      ? [
          raiseAlarm(
            'endpoint.disabled',
            subjectOf('webhook-endpoint', row.id),
            `Webhook endpoint ${row.id} gets no more events: ${after.disabledReason}. Enable it again once it answers.`,
          ),
        ]
      : [],
  )
  const lost = givenUp.map(({ endpoint_id, event_id, reason }) =>
    raiseAlarm(
      'endpoint.given_up',
      subjectOf('webhook-endpoint', endpoint_id),
      `Event ${event_id} was given up at webhook endpoint ${endpoint_id}: ${reason}. Replay what was given up once it answers.`,
    ),
  )
  return [...disabled, ...lost]
}
