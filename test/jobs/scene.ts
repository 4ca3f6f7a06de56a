import { sql } from 'kysely'
import { type Logger, pino } from 'pino'
import type { Services } from '../../src/calls/services.ts'
import type { Database } from '../../src/db/database.ts'
import { type NewJob, jobRows } from '../../src/db/job/jobs.ts'
import { commitIn } from '../../src/db/commit.ts'
import { type JobDefinition, defineJob } from '../../src/jobs/define-job.ts'
import { type Worker, startWorker } from '../../src/jobs/worker.ts'
import { z } from 'zod'

/** A line of the log. */
export type Line = Readonly<Record<string, unknown>>

/** What a worker told: its log, and the outcomes it counted. */
export interface Told {
  readonly log: Logger
  readonly lines: Line[]
  readonly counted: string[]
  readonly count: (queue: string, outcome: string) => void
}

export function listener(): Told {
  const lines: Line[] = []
  const counted: string[] = []
  const log = pino({}, { write: (line: string) => void lines.push(JSON.parse(line) as Line) })
  return {
    log,
    lines,
    counted,
    count: (queue, outcome) => void counted.push(`${queue} ${outcome}`),
  }
}

/** The data of the jobs of these tests. */
export interface Numbered {
  readonly n: number
}

/** A job that does what it is told. */
export function numbered(
  run: JobDefinition<Numbered>['run'],
  more: { name?: string; atOnce?: number } = {},
) {
  return defineJob({
    name: 'numbered',
    schema: z.object({ n: z.number() }),
    atOnce: 3,
    run,
    ...more,
  })
}

/** A replica's worker on the database of a service, with a clock and a log of its own. */
export function startReplica(
  services: Services,
  jobs: Parameters<typeof startWorker>[0],
  { told = listener(), ...changes }: Partial<Services> & { told?: Told } = {},
): Worker {
  return startWorker(jobs, { ...services, log: told.log, ...changes }, told.count)
}

/** Writes jobs as a call does. */
export async function want(db: Database, jobs: readonly NewJob[], at = new Date()): Promise<void> {
  await commitIn(db, { jobs: jobRows(jobs, at) })
}

export const numbers = (count: number): NewJob[] =>
  Array.from({ length: count }, (_, n) => ({ queue: 'numbered', data: { n } }))

export interface Row {
  readonly attempts: number
  readonly last_error: string | null
  readonly next_at: Date
  readonly given_up: boolean
}

/** What waits in the queue. */
export async function waiting(db: Database): Promise<Row[]> {
  const { rows } = await sql<Row>`
    select attempts, last_error, next_at, next_at = 'infinity' as given_up
    from jobs where queue = 'numbered'`.execute(db)
  return rows
}
