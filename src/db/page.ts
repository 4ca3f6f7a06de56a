import { type RawBuilder, type SelectQueryBuilder, sql } from 'kysely'

/** By which time a list is ordered; a minus says the latest first. */
export type Sort = '-createdAt' | '-updatedAt' | 'updatedAt'

/** How lists are ordered unless a request says otherwise. */
export const newestFirst: Sort = '-createdAt'

/** Where a page begins (after this time and id, in the order of the list) and how many rows it holds. */
export interface Page {
  readonly limit: number
  readonly after: Position | undefined
  readonly sort: Sort
  /** Only what changed later than this. */
  readonly updatedAfter: Date | undefined
}

/** The time (ISO 8601) and the id of the last row of the page before. */
export type Position = readonly [time: string, id: string]

/** The items of a page, and where the next one begins. */
export interface PageOf<Item> {
  readonly items: readonly Item[]
  readonly next: Position | undefined
}

/** The columns that a list is ordered by; rows without `updated` never change. */
export interface PageColumns<Time extends string, Updated extends string, Id extends string> {
  readonly time: Time
  readonly updated?: Updated
  readonly id: Id
  /** Whether few rows are left: they are sorted, since an index in the order of the page holds all. */
  readonly areFew?: boolean
}

/** The page of a query in the order that the page asks for, by these columns. */
export async function pageOfQuery<
  DB,
  Table extends keyof DB,
  Time extends string,
  Id extends string,
  Row extends Readonly<Record<Time | Updated, Date> & Record<Id, string>>,
  Updated extends string = Time,
>(
  query: SelectQueryBuilder<DB, Table, Row>,
  columns: PageColumns<Time, Updated, Id>,
  page: Page,
): Promise<PageOf<Row>> {
  const { limit, sort, updatedAfter } = page
  const updated = columns.updated ?? columns.time
  const time = isByUpdate(sort) ? updated : columns.time
  const changed =
    updatedAfter === undefined
      ? sql<boolean>`true`
      : sql<boolean>`${sql.ref(updated)} > ${updatedAfter}::timestamptz`
  const rows: readonly Row[] = await query
    .where(changed)
    .where(beyond(sql.ref(time), sql.ref(columns.id), page))
    .orderBy(columns.areFew === true ? byNoIndex(time) : sql.ref(time), directionOf(sort))
    .orderBy(sql.ref(columns.id), directionOf(sort))
    .limit(limit + 1)
    .execute()
  return pageOf(rows, limit, (last) => [last[time].toISOString(), last[columns.id]])
}

/**
 * The same order by a time, which no index has: Postgres would read one in the order of a page, and expects
 * what is rare to come anywhere, where it may all be at the other end.
 */
export function byNoIndex(time: string): RawBuilder<unknown> {
  return sql`${sql.ref(time)} + interval '0'`
}

/** Whether a list is ordered by the last change. */
export function isByUpdate(sort: Sort): boolean {
  return sort !== '-createdAt'
}

/** The direction of a list, as SQL has it. */
export function directionOf(sort: Sort): 'asc' | 'desc' {
  return sort.startsWith('-') ? 'desc' : 'asc'
}

/** Condition for the rows that come after the page before, in the order of the page. */
export function beyond(
  time: RawBuilder<unknown>,
  id: RawBuilder<unknown>,
  { after, sort }: Page,
): RawBuilder<boolean> {
  if (after === undefined) return sql<boolean>`true`
  const [lastTime, lastId] = after
  const comparison = sql.raw(directionOf(sort) === 'desc' ? '<' : '>')
  return sql<boolean>`(${time}, ${id}::text) ${comparison} (${lastTime}::timestamptz, ${lastId}::text)`
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
