import { lengths } from '../contract/index.ts'
import type { Page, PageOf, Position } from '../db/page.ts'
import { isStorable } from '../domain/storable-text.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { type Problem, faultyRequest } from './problem.ts'

type ListName =
  | 'instances'
  | 'orders'
  | 'licenses'
  | 'messages'
  | 'tenants'
  | 'applications'
  | 'users'
  | 'departments'
  | 'department-trees'

interface PageQuery {
  readonly limit?: number
  readonly cursor?: string
}

/** The page that a query asks for. Throws Problem 400 for a cursor that this list did not give. */
export function pageFrom(list: ListName, { limit = lengths.pageSize, cursor }: PageQuery): Page {
  const after = cursor === undefined ? undefined : positionIn(list, cursor)
  return { limit, after }
}

/** The cursor of the page that follows, `null` after the last one. */
export function nextCursor(list: ListName, { next }: PageOf<unknown>): string | null {
  return next === undefined ? null : encoded(list, next)
}

function encoded(list: ListName, [time, id]: Position): string {
  return Buffer.from(`${list} ${time} ${id}`).toString('base64url')
}

function positionIn(list: ListName, cursor: string): Position {
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
