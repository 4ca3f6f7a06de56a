import type { ManagementSchemas } from '../../src/contract/index.ts'
import { sql } from 'kysely'
import type { TestService } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { read } from '../management/client.ts'

export type Event = ManagementSchemas['Event']

/** Waits until every change has its positions. */
export async function whenPlaced(service: Pick<TestService, 'db'>): Promise<void> {
  await until(
    async () => {
      const { rows } = await sql<{ waiting: number }>`
        select count(*)::integer as waiting from event_outbox`.execute(service.db)
      return rows[0]?.waiting
    },
    (waiting) => waiting === 0,
  )
}

interface FeedOptions {
  readonly query?: string
  readonly after?: number
  readonly authorization?: string
}

/** The whole feed behind a position, read page by page. */
export async function feedOf(
  service: Pick<TestService, 'url'>,
  { query = '', after = 0, authorization }: FeedOptions = {},
): Promise<Event[]> {
  const events: Event[] = []
  for (let position = after; ;) {
    const path = `/events?after=${position}&${query}`
    const options = authorization === undefined ? {} : { authorization }
    const { items, next, last } = await read(service, 'EventList', path, options)
    events.push(...items)
    if (next === last) return events
    position = next
  }
}

/** The types of a topic's events, in their order. */
export function typesOf(events: readonly Event[], topic: string): string[] {
  return events.filter((event) => event.topic === topic).map(({ type }) => type)
}
