import { type RawBuilder, sql } from 'kysely'

/** Holds for an event (of the table with this name) that the filter of endpoint `e` lets through. */
export function passesFilter(event: string): RawBuilder<boolean> {
  const of = (column: string) => sql.ref(`${event}.${column}`)
  return sql`(e.types is null or ${isOfTypes(of('type'), sql`e.types`)})
    and (e.addresses is null or ${of('address')} = '' or ${of('address')} = any(e.addresses))
    and (e.test = 'include' or (e.test = 'only') = ${of('test')})`
}

/** Holds for a type that is one of these, or begins as one of them with a `*` at its end says. */
export function isOfTypes(type: RawBuilder<unknown>, types: RawBuilder<unknown>) {
  return sql<boolean>`exists (select from unnest(${types}) wanted
    where ${type} = wanted or (wanted like '%.*' and starts_with(${type}, left(wanted, -1))))`
}
