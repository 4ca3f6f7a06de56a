import type { Database } from '../../db/database.ts'
import { outboxSize } from '../../db/event/outbox-size.ts'
import type { GaugeGroup } from './asked-gauges.ts'

/** What is told to nobody yet, since it has no position in the feed. */
export function outboxGauges(now: () => Date) {
  return {
    gauges: {
      koogate_outbox_events: { help: 'Changes without a position in the feed, up to 10,000.' },
      koogate_outbox_oldest_seconds: { help: 'For how long the oldest of them has waited.' },
    },
    async read(db: Database) {
      const { count, oldestAt } = await outboxSize(db)
      return {
        koogate_outbox_events: [{ value: count }],
        koogate_outbox_oldest_seconds: [{ value: secondsSince(oldestAt, now()) }],
      }
    },
  } satisfies GaugeGroup
}

/** Seconds since a time, none of one that is null or to come. */
export function secondsSince(time: Date | null, now: Date): number {
  return time === null ? 0 : Math.max(0, (now.getTime() - time.getTime()) / 1000)
}
