/**
 * What visits every row once, in batches of the running service: how far it came. A row goes with the
 * end of its work. The version before kept the orders of an instance apart from it.
 */
export const backfills: readonly string[] = [
  `create table backfills (
    name text primary key,
    position text not null default '',
    created_at timestamptz not null default now()
  )`,
  `insert into backfills (name) select 'orders-of-instances' where exists (select from instances)`,
]
