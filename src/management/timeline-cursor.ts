import { type TimelineKind, timelineKinds } from '../domain/timeline/kinds.ts'
import type { Place } from '../domain/timeline/merge.ts'
import { badCursor } from './cursor.ts'

/** Where a timeline goes on: each kind that is not over, and how far the feed reached at the first page. */
export interface TimelinePosition {
  readonly from: ReadonlyMap<TimelineKind, Place>
  readonly upTo: number
}

/** The cursor of a position: a slot for each kind, an empty one where the kind is over. */
export function timelineCursor({ from, upTo }: TimelinePosition, kind?: TimelineKind): string {
  const slots = timelineKinds.map((one) => slotOf(from.get(one)))
  return Buffer.from([nameOf(kind), upTo, ...slots].join('.')).toString('base64url')
}

/** The position of a cursor. Throws Problem 400 for one that this list did not give. */
export function readTimelineCursor(cursor: string, kind?: TimelineKind): TimelinePosition {
  const [name, upTo, ...slots] = Buffer.from(cursor, 'base64url').toString().split('.')
  const places = timelineKinds.map((one, index) => [one, placeIn(one, slots[index])] as const)
  const from = new Map(places.flatMap(([one, place]) => (place ? [[one, place]] : [])))
  const position = { from, upTo: Number(upTo) }
  // `Infinity` and `1e+30` are numbers that come out as they went in, and no position.
  const isWhole = Number.isSafeInteger(position.upTo)
  if (isWhole && name === nameOf(kind) && timelineCursor(position, kind) === cursor) return position
  throw badCursor()
}

function nameOf(kind = 'all'): string {
  return `timeline/${kind}`
}

// A cursor has 512 characters at most, so a time is milliseconds and a UUID its digits.
function slotOf(place: Place | undefined): string {
  return place === undefined ? '' : `${place.at.getTime().toString(36)}-${bare(place.key)}`
}

function bare(key: string): string {
  return key.replaceAll('-', '')
}

// Only the feed is read by positions.
function placeIn(kind: TimelineKind, slot: string = ''): Place | undefined {
  const key = kind === 'event' ? /^([0-9a-z]{1,9})-(\d{1,16})$/ : /^([0-9a-z]{1,9})-([0-9a-f]{32})$/
  const [, time, id] = key.exec(slot) ?? []
  if (time === undefined || id === undefined) return undefined
  return { at: new Date(parseInt(time, 36)), key: id }
}
