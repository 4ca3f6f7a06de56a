/** Rows by key that are counted in memory and written in bulk. */
export interface Tally<Row> {
  add(key: readonly unknown[], row: Row): void
  /** Hands over what has come since the last time; it is kept when that fails. */
  save(write: (rows: readonly Row[]) => Promise<void>): Promise<void>
}

/** @param sum makes one row of two of one key. */
export function createTally<Row>(sum: (one: Row, other: Row) => Row): Tally<Row> {
  let rows = new Map<string, Row>()
  const put = (key: string, row: Row) => {
    const noted = rows.get(key)
    rows.set(key, noted === undefined ? row : sum(noted, row))
  }
  return {
    add: (key, row) => put(JSON.stringify(key), row),
    async save(write) {
      const pending = rows
      rows = new Map()
      try {
        await write([...pending.values()])
      } catch (error) {
        for (const [key, row] of pending) put(key, row)
        throw error
      }
    },
  }
}
