/** Work that waits: a row is written in the commit that wants it and deleted once it is done. */
export interface JobTable {
  id: string
  queue: string
  data: unknown
  /** How many were begun. */
  attempts: number
  /** When the next one may begin; while one runs, when its lease is over; never for one given up. */
  next_at: Date
  last_error: string | null
  created_at: Date
}
