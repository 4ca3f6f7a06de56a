import type { UsageRecord } from '../db/usage/take-records.ts'

/** A record that is to be taken, with its place in the request. */
export interface Entry extends UsageRecord {
  readonly index: number
}

interface Round {
  readonly entries: Entry[]
  readonly keys: Set<string>
  /** What is told of each time of an instance. */
  readonly times: Map<string, string>
}

/**
 * Records that can be taken by one statement, in as few rounds as need be: an id comes once in a round,
 * a time of an instance with one package, and once where it is not summed up. Of those that may get an
 * earlier end, one begin of an instance has one end: two might get the same.
 */
export function roundsOf(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const rounds: Round[] = []
  for (const entry of entries) {
    const placed = placeOf(entry)
    const round = rounds.find((one) => fits(placed, one)) ?? newRound(rounds)
    round.entries.push(entry)
    round.keys.add(placed.key)
    round.times.set(placed.time, placed.told)
  }
  return rounds.map((round) => round.entries)
}

function newRound(rounds: Round[]): Round {
  const round = { entries: [], keys: new Set<string>(), times: new Map<string, string>() }
  rounds.push(round)
  return round
}

function fits({ key, time, told, merge }: Place, { keys, times }: Round): boolean {
  if (keys.has(key)) return false
  const other = times.get(time)
  return other === undefined || (merge && other === told)
}

interface Place {
  readonly key: string
  /** A time of an instance, and what is told of it. */
  readonly time: string
  readonly told: string
  readonly merge: boolean
}

function placeOf(entry: Entry): Place {
  const { instanceId, recordId, beginTime, endTime, packageId, merge, shift } = entry
  const key = `${instanceId}\n${recordId}`
  const begin = `${instanceId}\n${beginTime.getTime()}`
  const end = String(endTime.getTime())
  if (shift) return { key, merge, time: begin, told: `${end}\n${packageId}` }
  return { key, merge, time: `${begin}\n${end}`, told: packageId }
}
