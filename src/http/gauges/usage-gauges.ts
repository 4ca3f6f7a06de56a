import type { Database } from '../../db/database.ts'
import { listLimits } from '../../db/usage/holds.ts'
import { countWaiting } from '../../db/usage/waiting-windows.ts'
import type { GaugeGroup } from './asked-gauges.ts'

/** Usage that the store has not taken, by state and age, and what holds its pushes up. */
export function usageGauges(now: () => Date) {
  return {
    gauges: {
      koogate_usage_windows: {
        help: 'Usage records that the store has not taken, by state and by age: under an hour, a day, 14, 18, 20 days, or more.',
        labelNames: ['state', 'age'],
      },
      koogate_usage_held_up_seconds: {
        help: 'For how long pushes of usage are still held up, by site and by the address that signs (empty for the whole site).',
        labelNames: ['site', 'address'],
      },
    },
    async read(db: Database) {
      const waiting = await countWaiting(db, now())
      const limits = await listLimits(db)
      return {
        koogate_usage_windows: waiting.map(({ state, age, windows: value }) => ({
          labels: { state, age },
          value,
        })),
        koogate_usage_held_up_seconds: limits.map(({ site, signer: address, paused_until }) => ({
          labels: { site, address },
          value: Math.max(0, ((paused_until?.getTime() ?? 0) - now().getTime()) / 1000),
        })),
      }
    },
  } satisfies GaugeGroup
}
