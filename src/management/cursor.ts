import { lengths } from '../contract/index.ts'
import { type Page, type PageOf, type Position, type Sort, newestFirst } from '../db/page.ts'
import { isStorable } from '../domain/storable-text.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { type Problem, faultyRequest } from './problem.ts'

type ListName =
  | 'instances'
  | 'orders'
  | 'licenses'
  | 'messages'
  | 'message-reruns'
  | 'rerun-messages'
  | 'outbound-calls'
  | 'alarms'
  | 'tenants'
  | 'applications'
  | 'users'
  | 'departments'
  | 'department-trees'
  | 'tokens'
  | 'audit'
  | 'usage-windows'
  | 'usage-waiting'
  | 'webhook-endpoints'
  | 'webhook-deliveries'
  | 'webhook-attempts'
  | 'webhook-given-up'
  | 'reconciliations'
  | 'drifts'

interface PageQuery {
  readonly limit?: number
  readonly cursor?: string
  readonly sort?: Sort
  readonly updatedAfter?: string
}

/** The page that a query asks for. Throws Problem 400 for a cursor that this list did not give. */
export function pageFrom(list: ListName, query: PageQuery): Page {
  const { limit = lengths.pageSize, cursor, sort = newestFirst, updatedAfter } = query
  const after = cursor === undefined ? undefined : positionIn(sorted(list, query), cursor)
  return { limit, after, sort, updatedAfter: parseDateTime(updatedAfter ?? '') }
}

/** The cursor of the page that follows, `null` after the last one. */
export function nextCursor(
  list: ListName,
  { next }: PageOf<unknown>,
  query: Pick<PageQuery, 'sort'> = {},
): string | null {
  return next === undefined ? null : encoded(sorted(list, query), next)
}

// In another order the same place is another.
function sorted(list: ListName, { sort = newestFirst }: Pick<PageQuery, 'sort'>): string {
  return sort === newestFirst ? list : `${list}:${sort}`
}

function encoded(list: string, [time, id]: Position): string {
  return Buffer.from(`${list} ${time} ${id}`).toString('base64url')
}

function positionIn(list: string, cursor: string): Position {
  const [name, time = '', ...id] = Buffer.from(cursor, 'base64url').toString().split(' ')
  const position: Position = [time, id.join(' ')]
  const ours = name === list && isTime(time) && isId(position[1])
  if (ours && encoded(list, position) === cursor) return position
  throw badCursor()
}

/** The 400 for a cursor that the list did not give. */
export function badCursor(): Problem {
  return faultyRequest([{ field: 'cursor', message: 'is not a cursor of this list' }])
}

function isTime(text: string): boolean {
  return parseDateTime(text)?.toISOString() === text
}

function isId(text: string): boolean {
  return text !== '' && isStorable(text)
}
