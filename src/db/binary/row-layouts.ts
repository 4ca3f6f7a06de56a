import { type QueryExecutorProvider, sql } from 'kysely'

/** The row type of a table: ids of types are those of one database. */
export interface RowLayout {
  readonly type: number
  readonly columns: readonly { readonly name: string; readonly type: number }[]
}

/** By the name of the table. */
export type RowLayouts = ReadonlyMap<string, RowLayout>

/** What is known of the layouts of tables. */
export interface KnownLayouts {
  /** Reads them where they are not known. */
  of(db: QueryExecutorProvider): Promise<RowLayouts>
  /** Has them read anew, since a table or the database is another one. */
  forget(): void
}

export function createKnownLayouts(tables: readonly string[]): KnownLayouts {
  let known: RowLayouts | undefined
  return {
    of: async (db) => (known ??= await readRowLayouts(db, tables)),
    forget: () => void (known = undefined),
  }
}

async function readRowLayouts(
  db: QueryExecutorProvider,
  tables: readonly string[],
): Promise<RowLayouts> {
  const { rows } = await sql<{ table: string } & RowLayout>`
    select name as table, reltype::integer as type, columns
    from unnest(${tables}::text[]) name
    join pg_class on pg_class.oid = to_regclass(name)
    cross join lateral (
      select json_agg(json_build_object('name', attname, 'type', atttypid::integer) order by attnum)
        as columns
      from pg_attribute where attrelid = pg_class.oid and attnum > 0 and not attisdropped) layout`.execute(
    db,
  )
  return new Map(rows.map(({ table, ...layout }) => [table, layout]))
}
