import type { ManagementSchemas } from '../contract/index.ts'
import { contractEventTypes } from '../contract/index.ts'
import {
  type FeedQuery,
  type FeedRow,
  feedBounds,
  findFeedEvent,
  readFeed,
} from '../db/event/feed.ts'
import { readTypeFilter } from '../events/event-types.ts'
import { viewEvent } from '../events/event-view.ts'
import { createBell } from '../jobs/bell.ts'
import type { ManagementHandler, ManagementRequest, ManagementServices } from './context.ts'
import { unknownEvent } from './not-found.ts'
import { Problem, faultyRequest } from './problem.ts'

type EventList = ManagementSchemas['EventList']
type Query = ManagementRequest<'listEvents'>['query']

// So far a filter that finds little is looked for in one request.
const positionsAtOnce = 20_000

/** Events behind a position, in order; waits for one if there is none. */
export const listEvents: ManagementHandler<'listEvents'> = async ({ query }, { services }) => {
  if (query.before !== undefined) return readBackwards(query.before, query, services)
  const { newEvents, stopping, gone } = services
  const bell = createBell()
  const until = performance.now() + (query.wait ?? 0) * 1000
  newEvents.on('feed', bell.ring)
  const endings = [stopping, gone]
  for (const signal of endings) signal.addEventListener('abort', bell.ring)
  try {
    const filter = filterFrom(query)
    for (;;) {
      const page = await readPage(query, filter, services)
      const leftMs = until - performance.now()
      const isEmpty = page.items.length === 0 && page.next === page.last
      const isEnding = endings.some((signal) => signal.aborted)
      if (!isEmpty || leftMs <= 0 || isEnding) return page
      await bell.wait(leftMs)
    }
  } finally {
    newEvents.off('feed', bell.ring)
    for (const signal of endings) signal.removeEventListener('abort', bell.ring)
  }
}

/** One event, as long as it is kept. */
export const getEvent: ManagementHandler<'getEvent'> = async ({ path }, { services }) => {
  const row = await findFeedEvent(services.db, path.id)
  if (row === undefined) throw unknownEvent(path.id)
  return viewRow(row, services)
}

/** The types of events that this version tells. */
export const listEventTypes: ManagementHandler<'listEventTypes'> = () =>
  Promise.resolve({ items: contractEventTypes() })

type Filter = Omit<FeedQuery, 'after' | 'upTo' | 'limit' | 'backwards'>

function filterFrom({ type, topic, address, test }: Query): Filter {
  const { types, unknown } = readTypeFilter(type?.split(',') ?? [])
  if (unknown.length > 0) {
    const message = `must name types of events; ${unknown.join(', ')} is none`
    throw faultyRequest([{ field: 'type', message }])
  }
  return {
    ...(type !== undefined && { types }),
    ...(address !== undefined && { addresses: [address] }),
    topic,
    test,
  }
}

async function readPage(query: Query, filter: Filter, services: ManagementServices) {
  // Before the events: whatever has a position by then is seen.
  const { last, prunedTo } = await feedBounds(services.db)
  const { after = prunedTo, limit = 100 } = query
  if (after < prunedTo) throw pruned(prunedTo)
  if (after > last) throw ahead(last)
  const upTo = Math.min(last, after + positionsAtOnce)
  const rows = await readFeed(services.db, { ...filter, after, upTo, limit })
  // What was pruned between the two reads would be missing and not noticed.
  const now = await feedBounds(services.db)
  if (after < now.prunedTo) throw pruned(now.prunedTo)
  const next = rows.length < limit ? upTo : (rows.at(-1)?.position ?? upTo)
  return { items: rows.map((row) => viewRow(row, services)), next, last } satisfies EventList
}

// The newest first; what is pruned meanwhile is at the end of it, and missed by nobody.
async function readBackwards(before: number, query: Query, services: ManagementServices) {
  if (query.after !== undefined) throw notBackwards('after')
  if (query.wait !== undefined && query.wait > 0) throw notBackwards('wait')
  const { last, prunedTo } = await feedBounds(services.db)
  const upTo = Math.min(before === 0 ? last : before - 1, last)
  const after = Math.max(prunedTo, upTo - positionsAtOnce)
  const { limit = 100 } = query
  const filter = { ...filterFrom(query), backwards: true }
  const rows = await readFeed(services.db, { ...filter, after, upTo, limit })
  const first = rows.length < limit ? after + 1 : (rows.at(-1)?.position ?? after + 1)
  const next = first <= prunedTo + 1 ? 1 : first
  return { items: rows.map((row) => viewRow(row, services)), next, last } satisfies EventList
}

function notBackwards(field: 'after' | 'wait'): Problem {
  return faultyRequest([{ field, message: 'does not go with before, which reads backwards' }])
}

function viewRow(row: FeedRow, { vault, show }: ManagementServices): ManagementSchemas['Event'] {
  const { position, topic, address, test } = row
  const { id, type, timestamp, data } = viewEvent(row, vault, { show })
  return { id, position, type, timestamp, topic, address, test, data }
}

function pruned(prunedTo: number): Problem {
  const oldest = prunedTo + 1
  return new Problem(
    410,
    `Events up to position ${prunedTo} are pruned. The oldest that is kept is ${oldest}.`,
    { code: 'position-pruned', oldest },
  )
}

// Of a feed that was restored from an older state others would be missed.
function ahead(last: number): Problem {
  const message = `must not be ahead of the last position, which is ${last}`
  return faultyRequest([{ field: 'after', message }])
}
