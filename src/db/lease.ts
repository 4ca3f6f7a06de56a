/** A row that one process works on, by its lease, which each step renews. */
export interface Leased<Row> {
  readonly row: Row
  readonly lease: string
}

/** Why work was left, and when it goes on. */
export interface LeftWork {
  readonly error: string | null
  /** How often in a row it could not go on. */
  readonly attempts: number
  readonly nextAt: Date
  readonly now: Date
}
