import type { Database } from '../../db/database.ts'
import { listOwed } from '../../db/webhook/owed.ts'
import type { GaugeGroup } from './asked-gauges.ts'
import { secondsSince } from './outbox-gauges.ts'

/** What the endpoints of the seller are owed. */
export function webhookGauges(now: () => Date) {
  return {
    gauges: {
      koogate_webhook_endpoints: {
        help: 'Endpoints by state, for each its id.',
        labelNames: ['endpoint', 'state'],
      },
      koogate_webhook_lanes_owed: {
        help: 'Lanes of an endpoint in which an event waits.',
        labelNames: ['endpoint'],
      },
      koogate_webhook_events_owed: {
        help: 'Events that wait for an endpoint.',
        labelNames: ['endpoint'],
      },
      koogate_webhook_failing_seconds: {
        help: 'Since when the lane fails that has failed for the longest time, of 72 hours.',
        labelNames: ['endpoint'],
      },
    },
    async read(db: Database) {
      const owed = (await listOwed(db)).map(({ endpointId: endpoint, ...one }) => ({
        ...one,
        labels: { endpoint },
      }))
      return {
        koogate_webhook_endpoints: owed.map(({ labels, state }) => ({
          labels: { ...labels, state },
          value: 1,
        })),
        koogate_webhook_lanes_owed: owed.map(({ labels, lanes: value }) => ({ labels, value })),
        koogate_webhook_events_owed: owed.map(({ labels, events: value }) => ({ labels, value })),
        koogate_webhook_failing_seconds: owed.map(({ labels, failingSince }) => ({
          labels,
          value: secondsSince(failingSince, now()),
        })),
      }
    },
  } satisfies GaugeGroup
}
