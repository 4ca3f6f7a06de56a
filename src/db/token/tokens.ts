import type { Selectable } from 'kysely'
import type { Database } from '../database.ts'
import { type Page, type PageOf, pageOfQuery } from '../page.ts'
import type { TokenTable } from './token-tables.ts'

/** A token as it is kept. */
export type TokenRow = Selectable<TokenTable>

/** Keeps a new token. */
export async function insertToken(db: Database, row: TokenRow): Promise<void> {
  await db.insertInto('tokens').values(row).execute()
}

/** The token with this hash, an expired one too. */
export function findTokenByHash(db: Database, hash: string): Promise<TokenRow | undefined> {
  return db.selectFrom('tokens').selectAll().where('hash', '=', hash).executeTakeFirst()
}

/** Tokens, the newest first. */
export function listTokens(db: Database, page: Page): Promise<PageOf<TokenRow>> {
  const query = db.selectFrom('tokens').selectAll()
  return pageOfQuery(query, { time: 'created_at', id: 'id' }, page)
}

/** Deletes a token and returns it as it was; undefined for an unknown one. */
export function deleteToken(db: Database, id: string): Promise<TokenRow | undefined> {
  return db.deleteFrom('tokens').where('id', '=', id).returningAll().executeTakeFirst()
}

/** Notes a use of a token, unless another replica has noted one after `since`. */
export async function noteTokenUse(
  db: Database,
  id: string,
  { at, since }: { readonly at: Date; readonly since: Date },
): Promise<void> {
  await db
    .updateTable('tokens')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .where((where) =>
      where.or([where('last_used_at', 'is', null), where('last_used_at', '<', since)]),
    )
    .execute()
}
