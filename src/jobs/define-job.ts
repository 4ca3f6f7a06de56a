import type { z } from 'zod'

/** A kind of job: what is done with the data of one. */
export interface JobDefinition<Data> {
  /** The name of its queue. */
  readonly name: string
  readonly schema: z.ZodType<Data>
  /** How many first attempts one process makes at once, and how many later ones beside them. */
  readonly atOnce: number
  /**
   * Does it; may be called any number of times for one job. Throws RetryLaterError when a later
   * attempt may succeed; anything else is taken for a defect, and tried again too.
   *
   * @param signal ends what can be ended when the process has to stop.
   */
  readonly run: (data: Data, signal: AbortSignal) => Promise<void>
}

/** A kind of job as a worker takes it: its data are not read yet. */
export interface Job {
  readonly name: string
  readonly atOnce: number
  readonly attempt: (data: unknown, signal: AbortSignal) => Promise<void>
}

/** Makes a kind of job; data that another version wrote and its schema refuses fail like a defect. */
export function defineJob<Data>({ name, schema, atOnce, run }: JobDefinition<Data>): Job {
  return { name, atOnce, attempt: async (data, signal) => run(schema.parse(data), signal) }
}
