import type { Contender } from '../arena.ts'
import { keys } from '../contenders.ts'
import { type Buyer, type Measured, openBuyer } from '../load.ts'
import { ratioLine, textLine } from '../report.ts'
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
  const alone = await timed(pair, windows, (buyer) => buyer.atFullSpeed(1, windows.seconds))
  const steady = await timed(pair, windows, (buyer) =>
    buyer.steadily(callsASecond, windows.seconds),
  )
  return [
    ...latencyLines('one call at a time', alone),
    ...latencyLines(`${callsASecond} calls a second`, steady),
  ]
}

/** The times of each call, round by round. */
export type Times = Record<keyof Pair, readonly (readonly number[])[]>

function timed(
  pair: Pair,
  { rounds }: Windows,
  measure: (buyer: Buyer) => Promise<Measured>,
): Promise<Times> {
  return inTurns<keyof Pair, Contender, readonly number[]>(
    rounds,
    { service: pair.service, lean: pair.lean },
    (contender) => timesOf(contender, measure),
  )
}

/** The times of a window, after another that opens the connections. Throws if no call succeeds. */
export async function timesOf(
  { program: { url } }: Pick<Contender, 'program'>,
  measure: (buyer: Buyer) => Promise<Measured>,
): Promise<readonly number[]> {
  const buyer = openBuyer({ url, key: keys.basic, repeats: 0 })
  await buyer.atFullSpeed(1, warmUpSeconds)
  const { times, failures } = await measure(buyer)
  await buyer.close()
  if (failures > 0) throw new Error(`${failures} calls failed`)
  return times
}

/** The ratio of the median times, and the times themselves. */
export function latencyLines(what: string, { service, lean }: Times): string[] {
  const p50 = (rounds: Times['service']) => rounds.map((times) => median(times))
  return [
    ratioLine(`p50 service / lean, ${what}`, ratios(p50(service), p50(lean))),
    textLine('  p50 and p99, service', milliseconds(service)),
    textLine('  p50 and p99, lean', milliseconds(lean)),
  ]
}

function milliseconds(rounds: Times['service']): string {
  const [p50, p99] = [0.5, 0.99].map((share) =>
    median(rounds.map((times) => quantile(times, share))).toFixed(2),
  )
  return `${p50} and ${p99} ms`
}
