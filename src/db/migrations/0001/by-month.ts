/** Ends the definition of a table that is kept by month. */
export function byMonth(partitioned: boolean): string {
  return partitioned ? ' partition by range (id)' : ''
}

/** Catches rows whose month has no partition. */
export function defaultPartition(table: string, partitioned: boolean): readonly string[] {
  return partitioned ? [`create table ${table}_default partition of ${table} default`] : []
}
