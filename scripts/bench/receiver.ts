import { type Program, startProgram } from './program.ts'
import { until } from './until.ts'

/** An event that has come to the receiver. */
export interface Arrival {
  readonly id: string
  /** Milliseconds since 1970, and parts of them. */
  readonly at: number
  readonly body: string
}

/** What plays the seller's program, in a process of its own. */
export interface Receiver {
  /** Where events are posted to. */
  readonly url: string
  readonly program: Program
  clear(): Promise<void>
  /** What has come, once it is so much. */
  arrivals(least: number): Promise<readonly Arrival[]>
}

export async function startReceiver(): Promise<Receiver> {
  const program = await startProgram(['scripts/bench/programs/receiver.ts'], {})
  const ask = async (path: string, method = 'GET') =>
    (await fetch(program.url + path, { method })).json()
  const count = async () => ((await ask('/count')) as { count: number }).count
  return {
    url: `${program.url}/hook`,
    program,
    clear: async () => void (await ask('/arrivals', 'DELETE')),
    async arrivals(least) {
      await until(async () => (await count()) >= least)
      return (await ask('/arrivals')) as Arrival[]
    },
  }
}
