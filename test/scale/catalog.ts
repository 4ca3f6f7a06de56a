import type pg from 'pg'

/** An index, without those of its months and weeks. */
export interface TableIndex {
  readonly name: string
  readonly table: string
  readonly isUnique: boolean
  readonly isPartial: boolean
  readonly firstColumn: string
}

/** What stands in a database. */
export interface Catalog {
  readonly indexes: readonly TableIndex[]
  /** The table or index that a month or a week is of; the name itself for any other. */
  wholeOf(name: string): string
  /** True for a table, a month or a week without a row: to read it whole is to read nothing. */
  isEmpty(table: string): boolean
}

/** Looks it up. */
export async function readCatalog(client: pg.Client): Promise<Catalog> {
  const indexes = await client.query<TableIndex>(`
    select indexrelid::regclass::text as name, indrelid::regclass::text as table,
      indisunique as "isUnique", indpred is not null as "isPartial",
      pg_get_indexdef(indexrelid, 1, true) as "firstColumn"
    from pg_index join pg_class on pg_class.oid = indrelid
    where relnamespace = 'public'::regnamespace and not relispartition`)
  const parts = await client.query<{ part: string; whole: string }>(`
    select inhrelid::regclass::text as part, inhparent::regclass::text as whole from pg_inherits`)
  const empty = await client.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and reltuples <= 0`,
  )
  const wholes = new Map(parts.rows.map(({ part, whole }) => [part, whole]))
  const names = new Set(empty.rows.map(({ name }) => name))
  return {
    indexes: indexes.rows,
    wholeOf: (name) => wholes.get(name) ?? name,
    isEmpty: (table) => names.has(table),
  }
}
