import type { Logger } from 'pino'
import { Gauge, type Registry } from 'prom-client'
import type { Database } from '../../db/database.ts'
import { inTransaction } from '../../db/transaction.ts'
import { raceTimeout } from '../../race-timeout.ts'

/** A value of a gauge. */
export interface Sample {
  readonly labels?: Readonly<Record<string, string>>
  readonly value: number
}

/** Gauges that are read together, by name. */
export interface GaugeGroup<Name extends string = string> {
  readonly gauges: Readonly<Record<Name, Described>>
  readonly read: (db: Database) => Promise<Readonly<Record<Name, readonly Sample[]>>>
}

interface Described {
  readonly help: string
  readonly labelNames?: readonly string[]
}

/** Where they are read, and for how long at most. */
export interface Reading {
  readonly db: Database
  readonly withinMs: number
  readonly log: Logger
}

type Samples = Map<string, readonly Sample[]>

/**
 * Gauges that are read from the database when somebody looks: every replica tells the same. All of one
 * scrape are read once, one group after the other; what the database does not tell in time is left out,
 * and koogate_gauges_complete is 0 then.
 */
export function registerGauges(
  registry: Registry,
  groups: readonly GaugeGroup[],
  reading: Reading,
): void {
  const readOnce = shared(() => readAll(groups, reading))
  for (const { gauges } of groups) {
    for (const [name, { help, labelNames = [] }] of Object.entries(gauges)) {
      const gauge = new Gauge({
        ...{ name, help, labelNames, registers: [registry] },
        async collect() {
          fill(gauge, (await readOnce()).samples.get(name) ?? [])
        },
      })
    }
  }
  const complete = new Gauge({
    name: 'koogate_gauges_complete',
    help: 'Whether the database has told all gauges that are read from it.',
    registers: [registry],
    async collect() {
      complete.set((await readOnce()).isComplete ? 1 : 0)
    },
  })
}

interface Read {
  readonly samples: Samples
  readonly isComplete: boolean
}

async function readAll(
  groups: readonly GaugeGroup[],
  { db, withinMs, log }: Reading,
): Promise<Read> {
  const samples: Samples = new Map()
  const read = async () => {
    for (const group of groups) {
      const told = await inTransaction(db, group.read, withinMs)
      for (const [name, values] of Object.entries(told)) samples.set(name, values)
    }
    return true
  }
  const isComplete = await raceTimeout(
    withinMs,
    read().catch((error: unknown) => {
      log.warn({ err: error }, 'gauges could not be read')
      return false
    }),
    () => false,
  )
  return { samples, isComplete }
}

function fill(gauge: Gauge, samples: readonly Sample[]): void {
  gauge.reset()
  for (const { labels = {}, value } of samples) gauge.set(labels, value)
}

/** Work that those who ask meanwhile share. */
function shared<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let underWay: Promise<Result> | undefined
  return () =>
    (underWay ??= work().finally(() => {
      underWay = undefined
    }))
}
