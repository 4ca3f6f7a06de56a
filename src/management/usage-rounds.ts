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
    const round = rounds.find((one) => fits(entry, one)) ?? newRound(rounds)
    const { time, told } = timeOf(entry)
    round.entries.push(entry)
    round.keys.add(keyOf(entry))
    round.times.set(time, told)
  }
  return rounds.map((round) => round.entries)
}

function newRound(rounds: Round[]): Round {
  const round = { entries: [], keys: new Set<string>(), times: new Map<string, string>() }
  rounds.push(round)
  return round
}

function fits(entry: Entry, { keys, times }: Round): boolean {
  const { time, told } = timeOf(entry)
  const other = times.get(time)
  if (keys.has(keyOf(entry))) return false
  return other === undefined || (entry.merge && other === told)
}

function keyOf({ instanceId, recordId }: Entry): string {
  return `${instanceId}\n${recordId}`
}

function timeOf({ instanceId, beginTime, endTime, packageId, shift }: Entry) {
  const begin = `${instanceId}\n${beginTime.getTime()}`
  const end = String(endTime.getTime())
  if (shift) return { time: begin, told: `${end}\n${packageId}` }
  return { time: `${begin}\n${end}`, told: packageId }
}
