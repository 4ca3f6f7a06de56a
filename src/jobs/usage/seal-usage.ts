import { raiseAlarm } from '../../calls/alarms.ts'
import { persist } from '../../calls/persist.ts'
import type { Services } from '../../calls/services.ts'
import { recoverBatches } from '../../db/usage/claim-batch.ts'
import { sealWindows } from '../../db/usage/seal-windows.ts'
import { subjectOf } from '../../domain/subject.ts'
import type { RecurringJob } from '../recurring.ts'

const atOnce = 2_000

/** Closes the windows that are settled, and makes due again what a process that ended had sent. */
export function sealUsage(services: Services): RecurringJob {
  const { db, now, limits, newEvents } = services
  return {
    name: 'seal-usage',
    everyMs: limits.usageEveryMs,
    async run(stopping) {
      let due = await recoverBatches(db, now())
      for (let isMore = true; isMore && stopping?.aborted !== true;) {
        const { windows, over } = await sealWindows(db, { now: now(), limit: atOnce })
        if (over.length > 0) await tellOver(over, services)
        isMore = windows >= atOnce
        due += windows
      }
      if (due > 0) newEvents.emit('usage')
    },
  }
}

async function tellOver(over: readonly string[], services: Services): Promise<void> {
  const text =
    'its usage is more than the 99999999.9999 that queryInstance can show, so the store is shown that; the bill is not touched'
  const alarms = over.map((id) => raiseAlarm('usage.total', subjectOf('instance', id), text))
  await persist({ alarms }, services)
}
