import { sql } from 'kysely'
import type { Database } from '../database.ts'

// Among those that end last; the others are as good.
const looked = 400

/** The addresses at which users are signed in, as far as the latest sessions tell. */
export async function addressesSignedIn(db: Database): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ address: string }>`
    select distinct address from (
      select address from sso_sessions order by ends_at desc limit ${sql.lit(looked)}) latest`.execute(
    db,
  )
  return new Set(rows.map(({ address }) => address))
}
