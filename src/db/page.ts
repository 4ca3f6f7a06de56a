import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'

/** Where a page begins (after this time and id, newest first) and how many rows it holds. */
export interface Page {
  readonly limit: number
  readonly after: Position | undefined
}

/** The time (ISO 8601) and the id of the last row of the page before. */
export type Position = readonly [time: string, id: string]

export interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next: Position | undefined
}

/** The page of a query, the newest rows first, by these columns. */
export async function pageOfQuery<
  DB,
  Table extends keyof DB,
  Time extends string,
  Id extends string,
  Row extends Readonly<Record<Time, Date> & Record<Id, string>>,
>(
  query: SelectQueryBuilder<DB, Table, Row>,
  { time, id }: { readonly time: Time; readonly id: Id },
  { limit, after }: Page,
): Promise<PageOf<Row>> {
  const rows: readonly Row[] = await query
    .where(keyset(time, id, after))
    .orderBy(sql.ref(time), 'desc')
    .orderBy(sql.ref(id), 'desc')
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, (last) => [last[time].toISOString(), last[id]])
}

// Condition for the rows that come after a position, in the order time desc, id desc.
function keyset(time: string, id: string, after: Position | undefined): RawBuilder<boolean> {
  if (after === undefined) return sql<boolean>`true`
  const [lastTime, lastId] = after
  return sql<boolean>`(${sql.ref(time)}, ${sql.ref(id)}::text) < (${lastTime}::timestamptz, ${lastId}::text)`
}

/** Cuts a page from rows that were read with one more than its limit. */
export function pageOf<Item>(
  rows: readonly Item[],
  limit: number,
  positionOf: (item: Item) => Position,
): PageOf<Item> {
  const items = rows.slice(0, limit)
  const last = items.at(-1)
  const more = rows.length > limit && last !== undefined
  return { items, next: more ? positionOf(last) : undefined }
}
