import type pg from 'pg'
import { createDatabase } from '../../../test/harness/postgres.ts'
import type { Contender } from '../arena.ts'
import { createEndpoint, startTeller } from '../endpoint.ts'
import { told } from '../owed-events.ts'
import { startPoster } from '../poster.ts'
import type { Program } from '../program.ts'
import { type Arrival, type Receiver, startReceiver } from '../receiver.ts'
import { medianAtMost, ratioLine, textLine, valueLine } from '../report.ts'
import { median, ratios } from '../statistics.ts'
import { inTurns } from '../turns.ts'
import { type Turn, takeTurn } from './full-load.ts'
import { failureLines } from './latency.ts'

/**
 * What one endpoint may add to the processor time of a purchase before anything is sent. The requests have no
 * such goal: a program that does nothing else takes more for them (docs/decisions/cost-of-an-event.md).
 */
const within = medianAtMost(1.15)

/** It is created, and activated. */
const eventsOfPurchase = 2

export interface CostLoad {
  readonly rounds: number
  readonly seconds: number
}

/** Who is told of purchases: one that is there and answers, one that has events wait, or nobody. */
type Listener = 'answers' | 'paused' | 'none'

/** Purchases of one round, and what a bare request with one of their events takes, in microseconds. */
export type CostTurns = Record<Listener, readonly Turn[]> & { readonly bareUs: readonly number[] }

/** What a purchase costs until all of it is told, with one endpoint and without, beside bare requests. */
export async function measureEventCost(
  postgresUrl: string,
  server: pg.Client,
  load: CostLoad,
): Promise<string[]> {
  const receiver = await startReceiver()
  const start = async (listener: Listener) => {
    const databaseUrl = await createDatabase(postgresUrl, 'empty')
    const program = await startTeller(databaseUrl)
    const secret = listener === 'none' ? '' : await listen(program, receiver, listener)
    return { program, databaseUrl, server, secret }
  }
  const [answers, paused, none] = await Promise.all([
    start('answers'),
    start('paused'),
    start('none'),
  ])
  const poster = await startPoster({ url: receiver.url, secret: answers.secret })
  const turn = (one: Contender) => () => takeTurn(one, { ...load, repeats: 0, after: told })
  const bodies = await bodiesOf(turn(answers), receiver)
  // The code of the bare program is compiled, too, before anything is counted.
  await poster.post(bodies)
  const { bare: bareUs, ...turns } = await inTurns<Listener | 'bare', Take, Turn | number>(
    load.rounds,
    {
      ...{ answers: turn(answers), paused: turn(paused), none: turn(none) },
      bare: () => poster.post(bodies),
    },
    (take) => take(),
  )
  for (const { program } of [answers, paused, none, poster, receiver]) await program.stop()
  return costLines({ ...(turns as Record<Listener, Turn[]>), bareUs: bareUs as number[] })
}

type Take = () => Promise<Turn | number>

/** What comes to the endpoint in one turn. */
async function bodiesOf(turn: Take, receiver: Receiver): Promise<readonly Arrival[]> {
  await receiver.clear()
  await turn()
  const posts = await receiver.arrivals(1)
  await receiver.clear()
  return posts
}

/** Returns the secret of the endpoint. */
async function listen(program: Program, { url }: Receiver, listener: Listener): Promise<string> {
  const endpoint = await createEndpoint(program, url)
  await endpoint.enable()
  if (listener === 'paused') await endpoint.pause()
  return endpoint.secret
}

const work = (turns: readonly Turn[]) => turns.map((turn) => turn.nodeUs + turn.postgresUs)

/** What each of its events adds to a purchase, round by round. */
function ofEvent(told: readonly Turn[], before: readonly Turn[]): number[] {
  const without = work(before)
  return work(told).map((us, round) => (us - (without[round] ?? NaN)) / eventsOfPurchase)
}

/**
 * By processor time, that of the deliveries too: while they go on after the purchases, none of it is
 * seen in purchases a second.
 */
export function costLines({ bareUs, ...turns }: CostTurns): string[] {
  const { answers, paused, none } = turns
  const withBare = work(none).map((us, round) => us + eventsOfPurchase * (bareUs[round] ?? NaN))
  const delivered = ofEvent(answers, paused)
  const use = Object.entries(turns).flatMap(([listener, all]) => {
    const middle = (value: (turn: Turn) => number) => Math.round(median(all.map(value)))
    const [node, postgres] = [middle((turn) => turn.nodeUs), middle((turn) => turn.postgresUs)]
    return [
      textLine(`of a purchase: Node + Postgres, ${listener}`, `${node} + ${postgres} us`),
      valueLine(
        '  purchases a second',
        middle(({ callsASecond }) => callsASecond),
        '',
      ),
      ...failureLines(`endpoint: ${listener}`, all),
    ]
  })
  return [
    ratioLine('endpoint that is paused / none', ratios(work(paused), work(none)), within),
    ratioLine('none and bare requests / none', ratios(withBare, work(none))),
    ratioLine('endpoint that answers / none', ratios(work(answers), work(none))),
    textLine('of each event: owed', usOf(ofEvent(paused, none))),
    textLine('  and delivered', usOf(delivered)),
    textLine('  in a bare request: Node', usOf(bareUs)),
    ratioLine('  bare / delivered', ratios(bareUs, delivered)),
    ...use,
  ]
}

const usOf = (all: readonly number[]) => `${Math.round(median(all))} us`
