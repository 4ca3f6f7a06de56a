import { countAsks } from '../../db/ask/count-asks.ts'
import type { Database } from '../../db/database.ts'
import type { GaugeGroup } from './asked-gauges.ts'
import { secondsSince } from './outbox-gauges.ts'

const kinds = ['provision', 'make-license', 'apply-change'] as const
const states = ['order', 'due', 'asked'] as const

/** What the seller's product is asked and the store waits for. */
export function askGauges(now: () => Date) {
  const labelNames = ['kind', 'state']
  return {
    gauges: {
      koogate_asks: { help: 'Asks by kind and state, as long as the store waits.', labelNames },
      koogate_asks_oldest_seconds: { help: 'Age of the oldest of them.', labelNames },
    },
    async read(db: Database) {
      const counts = await countAsks(db)
      const all = kinds.flatMap((kind) =>
        states.map((state) => {
          const known = counts.find((one) => one.kind === kind && one.state === state)
          return { labels: { kind, state }, ...known }
        }),
      )
      return {
        koogate_asks: all.map(({ labels, count = 0 }) => ({ labels, value: count })),
        koogate_asks_oldest_seconds: all.map(({ labels, oldestAt = null }) => ({
          labels,
          value: secondsSince(oldestAt, now()),
        })),
      }
    },
  } satisfies GaugeGroup
}
