import type pg from 'pg'
import { smallTables } from './faults.ts'

// There are as many more of them as there are rows: ids, and no states.
const manyValues = 50

/**
 * Tells the planner that every table which grows holds so many times the rows that it has: it plans by how many there
 * are and how their values are spread, so a small database is read as a large one would be.
 */
export async function claimMore(client: pg.Client, times: number): Promise<void> {
  // No more values are kept apart than are common: each of a few hundred ids would be, and seem to have a thousandth.
  await client.query('set default_statistics_target = 10')
  await client.query('analyze')
  await client.query(`
    select pg_restore_attribute_stats('schemaname', 'public', 'relname', tablename::text,
      'attname', attname::text, 'inherited', inherited, 'n_distinct', (-n_distinct / reltuples)::real)
    from pg_stats join pg_class on pg_class.oid = format('public.%I', tablename)::regclass
    where schemaname = 'public' and n_distinct > ${manyValues} and reltuples > 0`)
  await client.query(
    `select pg_restore_relation_stats('schemaname', 'public', 'relname', relname::text,
      'relpages', relpages, 'reltuples', (reltuples * $1)::real)
    from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'i', 'I')
      and reltuples > 0 and relname <> all($2)`,
    [times, [...smallTables]],
  )
}
