import type { Contender } from '../arena.ts'
import { keys, type Name } from '../contenders.ts'
import { openBuyer } from '../load.ts'
import { processorBetween, processorOf, processorOfBackends } from '../processor.ts'
import {
  everyRoundAbove,
  type Goal,
  medianAtLeast,
  ratioLine,
  textLine,
  valueLine,
} from '../report.ts'
import { failureLines } from './latency.ts'
import { median, ratios } from '../statistics.ts'
import { inTurns } from '../turns.ts'

const connections = 32
const warmUpSeconds = 0.3

export interface FullLoad {
  readonly rounds: number
  readonly seconds: number
  /** The share of calls that repeat an order. */
  readonly repeats: number
  /** Waited for before it is read what was used: what goes on after the answers. */
  readonly after?: (contender: Contender) => Promise<void>
}

/** What one program did in one turn; processor time and log are those of one call. */
export interface Turn {
  readonly callsASecond: number
  readonly failures: number
  readonly nodeUs: number
  readonly postgresUs: number
  readonly loaderUs: number
  readonly walBytes: number
}

export type Turns = Partial<Record<Name, readonly Turn[]>> & { readonly service: readonly Turn[] }

const goals: Partial<Record<Name, Goal>> = {
  lean: medianAtLeast(0.75),
  Express: everyRoundAbove(1),
  Fastify: everyRoundAbove(1),
}

/** As many purchases as are answered, program by program in turns. */
export function measureFullLoad(
  subjects: Partial<Record<Name, Contender>> & { readonly service: Contender },
  load: FullLoad,
): Promise<Turns> {
  return inTurns(load.rounds, subjects as Record<Name, Contender>, (one) => takeTurn(one, load))
}

/** One program's turn: connections are opened, and code is compiled, before anything is counted. */
export async function takeTurn(
  contender: Contender,
  { seconds, repeats, after: settled }: FullLoad,
): Promise<Turn> {
  const buyer = openBuyer({ url: contender.program.url, key: keys.basic, repeats })
  await buyer.atFullSpeed(connections, warmUpSeconds)
  await settled?.(contender)
  const before = await readUse(contender)
  const measured = await buyer.atFullSpeed(connections, seconds)
  await settled?.(contender)
  const after = await readUse(contender)
  await buyer.close()
  const calls = measured.times.length
  return {
    callsASecond: calls / measured.seconds,
    failures: measured.failures,
    nodeUs: (after.node - before.node) / calls,
    postgresUs: processorBetween(before.backends, after.backends) / calls,
    loaderUs: (after.loader - before.loader) / calls,
    walBytes: (after.walBytes - before.walBytes) / calls,
  }
}

/** What a program has used so far. */
export async function readUse({ program, databaseUrl, server }: Contender) {
  const { user, system } = process.cpuUsage()
  const { rows } = await server.query<{ bytes: string }>(
    `select pg_current_wal_insert_lsn() - '0/0' as bytes`,
  )
  return {
    loader: user + system,
    node: processorOf(program.pid),
    backends: await processorOfBackends(server, new URL(databaseUrl).pathname.slice(1)),
    walBytes: Number(rows[0]?.bytes),
  }
}

/**
 * The ratios with their goals, and below them what they are made of. By processor time a ratio says
 * how many calls each would answer with the same work, which a busy machine changes least.
 */
export function fullLoadLines({ service, ...others }: Turns, repeats: number): string[] {
  const share = `${repeats * 100} % repeats`
  const rates = (turns: readonly Turn[]) => turns.map(({ callsASecond }) => callsASecond)
  const work = (turns: readonly Turn[]) => turns.map((turn) => turn.nodeUs + turn.postgresUs)
  const versus = Object.entries(others).flatMap(([name, turns]) => [
    ratioLine(
      `service / ${name}, ${share}`,
      ratios(rates(service), rates(turns)),
      goals[name as Name],
    ),
    ratioLine('  by processor time', ratios(work(turns), work(service))),
  ])
  const use = Object.entries({ service, ...others }).flatMap(([name, turns]) =>
    linesOfUse(`${name}, ${share}`, turns),
  )
  return [...versus, ...use]
}

function linesOfUse(what: string, turns: readonly Turn[]): string[] {
  const middle = (value: (turn: Turn) => number) => Math.round(median(turns.map(value)))
  const [node, postgres] = [middle((turn) => turn.nodeUs), middle((turn) => turn.postgresUs)]
  const [loader, wal] = [middle((turn) => turn.loaderUs), middle((turn) => turn.walBytes)]
  return [
    valueLine(
      `purchases a second, ${what}`,
      middle(({ callsASecond }) => callsASecond),
      '',
    ),
    textLine(
      '  of each: Node + Postgres; loader; log',
      `${node} + ${postgres} us; ${loader} us; ${wal} bytes`,
    ),
    ...failureLines(what, turns),
  ]
}
