import { firstIdAt } from '../../src/db/partitions.ts'

const version7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-/

/**
 * A cursor of the same list that points further down: at a time, or at a position behind the given one.
 * What a cursor holds is no promise of the contract; to read a million rows up to there would take hours.
 */
export function deeper(cursor: string, time: Date): string {
  const [list = '', , ...rest] = Buffer.from(cursor, 'base64url').toString().split(' ')
  // One that holds more than a place in one list.
  if (!/^[a-z-]+(:-?[a-zA-Z]+)?$/.test(list)) return cursor
  const id = rest.join(' ')
  const [position, replay] = id.split('/')
  const next = version7.test(id)
    ? firstIdAt(time).slice(0, 18) + id.slice(18)
    : replay === undefined
      ? id
      : `${Number(position) * 100}/${replay}`
  const at = replay === undefined ? time.toISOString() : new Date(0).toISOString()
  return Buffer.from([list, at, next].join(' ')).toString('base64url')
}
