import { openAlarms } from '../../db/alarm/alarms.ts'
import type { Database } from '../../db/database.ts'
import type { GaugeGroup } from './asked-gauges.ts'

/** How many alarms of each key are open. */
export const alarmGauges = {
  gauges: { koogate_alarms: { help: 'Open alarms by key.', labelNames: ['key'] } },
  async read(db: Database) {
    const open = await openAlarms(db)
    return { koogate_alarms: open.map(({ key, open: value }) => ({ labels: { key }, value })) }
  },
} satisfies GaugeGroup
