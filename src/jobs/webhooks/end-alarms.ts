import { type AlarmKey, clearAlarm } from '../../calls/alarms.ts'
import { persist } from '../../calls/persist.ts'
import type { Services } from '../../calls/services.ts'
import { listOpenSubjects } from '../../db/alarm/alarms.ts'
import { isAnyGivenUp } from '../../db/webhook/deliveries.ts'
import { findEndpoint } from '../../db/webhook/endpoints.ts'
import { subjectOf } from '../../domain/subject.ts'
import type { RecurringJob } from '../recurring.ts'

const everyHour = 60 * 60_000
// Somebody has to see it, though nothing can be sent again.
const shownForMs = 7 * 24 * everyHour

/**
 * Ends the alarms of endpoints whose cause is gone without anybody's doing: what was given up is not kept
 * any more, or the endpoint was deleted.
 */
export function endEndpointAlarms(services: Services): RecurringJob {
  const { db, now } = services
  const isOver = async (key: AlarmKey, endpointId: string) => {
    if ((await findEndpoint(db, endpointId)) === undefined) return true
    const shownSince = new Date(now().getTime() - shownForMs)
    return key === 'endpoint.given_up' && !(await isAnyGivenUp(db, endpointId, shownSince))
  }
  return {
    name: 'end-endpoint-alarms',
    everyMs: everyHour,
    async run() {
      for (const key of ['endpoint.given_up', 'endpoint.disabled'] as const) {
        for (const subject of await listOpenSubjects(db, key)) {
          const id = subject.slice(subjectOf('webhook-endpoint', '').length)
          if (await isOver(key, id)) await persist({ alarms: [clearAlarm(key, subject)] }, services)
        }
      }
    },
  }
}
