import type pg from 'pg'
import { createDatabase } from '../../../test/harness/postgres.ts'
import type { Contender } from '../arena.ts'
import { createEndpoint, startTeller } from '../endpoint.ts'
import { told } from '../owed-events.ts'
import type { Program } from '../program.ts'
import { type Receiver, startReceiver } from '../receiver.ts'
import { medianAtMost, ratioLine, textLine, valueLine } from '../report.ts'
import { median, ratios } from '../statistics.ts'
import { inTurns } from '../turns.ts'
import { type Turn, takeTurn } from './full-load.ts'
import { failureLines } from './latency.ts'

/**
 * What one endpoint may add to the processor time of a purchase, in Node and in Postgres; what the
 * endpoint itself takes is in another process.
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

/** What a purchase costs until all of it is told, with one endpoint and without. */
export async function measureEventCost(
  postgresUrl: string,
  server: pg.Client,
  load: CostLoad,
): Promise<string[]> {
  const receiver = await startReceiver()
  const start = async (listener: Listener): Promise<Contender> => {
    const databaseUrl = await createDatabase(postgresUrl, 'empty')
    const program = await startTeller(databaseUrl)
    if (listener !== 'none') await listen(program, receiver, listener)
    return { program, databaseUrl, server }
  }
  const [answers, paused, none] = await Promise.all([
    start('answers'),
    start('paused'),
    start('none'),
  ])
  const services = { answers, paused, none }
  const turns = await inTurns(load.rounds, services, (one) =>
    takeTurn(one, { ...load, repeats: 0, after: told }),
  )
  for (const { program } of [...Object.values(services), receiver]) await program.stop()
  return costLines(turns)
}

async function listen(program: Program, { url }: Receiver, listener: Listener): Promise<void> {
  const endpoint = await createEndpoint(program, url)
  await endpoint.enable()
  if (listener === 'paused') await endpoint.pause()
}

const work = (turns: readonly Turn[]) => turns.map((turn) => turn.nodeUs + turn.postgresUs)

function ofEvent(told: readonly Turn[], none: readonly Turn[]): number {
  const without = work(none)
  return median(work(told).map((us, round) => us - (without[round] ?? NaN))) / eventsOfPurchase
}

/**
 * By processor time, that of the deliveries too: while they go on after the purchases, none of it is
 * seen in purchases a second.
 */
export function costLines(turns: Record<Listener, readonly Turn[]>): string[] {
  const { answers, paused, none } = turns
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
    ratioLine('endpoint that answers / none', ratios(work(answers), work(none)), within),
    textLine('of each event that it is told', `${Math.round(ofEvent(answers, none))} us`),
    ...use,
  ]
}
