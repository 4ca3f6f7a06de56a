import { type Contender, settle } from '../arena.ts'
import { keys } from '../contenders.ts'
import { type Buyer, type Measured, openBuyer } from '../load.ts'
import { none, ratioLine, textLine, valueLine } from '../report.ts'
import { median, quantile, ratios } from '../statistics.ts'
import { inTurns } from '../turns.ts'

const warmUpSeconds = 0.3
const callsASecond = 300

export interface Pair {
  readonly service: Contender
  readonly lean: Contender
}

export interface Windows {
  readonly rounds: number
  readonly seconds: number
}

/** How long a purchase takes at a service that has time, beside the lean program. */
export async function measureLatency(pair: Pair, windows: Windows): Promise<string[]> {
  for (const { databaseUrl } of [pair.service, pair.lean]) await settle(databaseUrl)
  const alone = await timed(pair, windows, (buyer) => buyer.atFullSpeed(1, windows.seconds))
  const steady = await timed(pair, windows, (buyer) =>
    buyer.steadily(callsASecond, windows.seconds),
  )
  return [
    ...latencyLines('one call at a time', alone),
    ...latencyLines(`${callsASecond} calls a second`, steady),
  ]
}

/** What came of each window, round by round. */
export type Rounds = readonly Pick<Measured, 'times' | 'failures'>[]

function timed(
  pair: Pair,
  { rounds }: Windows,
  measure: (buyer: Buyer) => Promise<Measured>,
): Promise<Record<keyof Pair, Rounds>> {
  return inTurns<keyof Pair, Contender, Measured>(rounds, pair, (contender) =>
    measureWindow(contender, measure),
  )
}

/** Measures a window, after another that opens the connections. */
export async function measureWindow(
  { program: { url } }: Pick<Contender, 'program'>,
  measure: (buyer: Buyer) => Promise<Measured>,
): Promise<Measured> {
  const buyer = openBuyer({ url, key: keys.basic, repeats: 0 })
  await buyer.atFullSpeed(1, warmUpSeconds)
  const measured = await measure(buyer)
  await buyer.close()
  return measured
}

/** The ratio of the median times, and the times themselves. */
export function latencyLines(what: string, { service, lean }: Record<keyof Pair, Rounds>) {
  return [
    ratioLine(`p50 service / lean, ${what}`, ratios(p50s(service), p50s(lean))),
    textLine('  p50 and p99, service', milliseconds(service)),
    textLine('  p50 and p99, lean', milliseconds(lean)),
    ...failureLines('service', service),
    ...failureLines('lean', lean),
  ]
}

/** The median time of each round. */
export function p50s(rounds: Rounds): number[] {
  return rounds.map(({ times }) => median(times))
}

/** A line with a mark if any call failed. */
export function failureLines(what: string, rounds: readonly { readonly failures: number }[]) {
  const failures = rounds.reduce((sum, round) => sum + round.failures, 0)
  return failures > 0 ? [valueLine(`calls that failed, ${what}`, failures, '', none)] : []
}

function milliseconds(rounds: Rounds): string {
  const [p50, p99] = [0.5, 0.99].map((share) =>
    median(rounds.map(({ times }) => quantile(times, share))).toFixed(2),
  )
  return `${p50} and ${p99} ms`
}
