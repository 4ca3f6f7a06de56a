const hoursAheadMs = 8 * 3_600_000

interface TimeFieldProps {
  readonly name: string
  readonly id?: string
  /** What is there now, as the contract writes it. */
  readonly at?: string | undefined
}

/** A field for a time in Beijing, read by `timeIn`. */
export function TimeField({ at = '', ...more }: TimeFieldProps) {
  const time = Date.parse(at)
  const local = Number.isNaN(time) ? '' : new Date(time + hoursAheadMs).toISOString().slice(0, 19)
  return <input type="datetime-local" step={1} {...more} defaultValue={local} />
}

/** What was entered there, as the contract writes it; empty for nothing. */
export function timeIn(entered: string): string {
  return entered === '' ? '' : new Date(`${entered}+08:00`).toISOString()
}
