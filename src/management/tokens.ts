import type { ManagementSchemas } from '../contract/index.ts'
import { hashOfToken, newManagementToken } from '../crypto/management-token.ts'
import { newId } from '../db/new-id.ts'
import {
  type TokenRow,
  deleteToken as removeToken,
  insertToken,
  listTokens as findPage,
} from '../db/token/tokens.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { insertAudit } from '../db/audit/audit-entries.ts'
import { subjectOf } from '../domain/subject.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import { nextCursor, pageFrom } from './cursor.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'
import { unknownToken } from './not-found.ts'
import { faultyRequest, inBody } from './problem.ts'

type TokenView = ManagementSchemas['Token']

/** Tokens, expired ones too, the newest first. */
export const listTokens: ManagementHandler<'listTokens'> = async ({ query }, { services }) => {
  const found = await findPage(services.db, pageFrom('tokens', query))
  return { items: found.items.map(viewToken), nextCursor: nextCursor('tokens', found) }
}

/** Makes a token, which this answer alone shows. Throws Problem 400 for an expiry that is not ahead. */
export const createToken: ManagementHandler<'createToken'> = async ({ body }, { services }) => {
  const token = newManagementToken()
  const now = services.now()
  const row: TokenRow = {
    id: newId(),
    name: body.name,
    hash: hashOfToken(token),
    scopes: body.scopes,
    created_at: now,
    expires_at: expiryFrom(body.expiresAt, now),
    last_used_at: null,
  }
  await inTransaction(services.db, async (transaction) => {
    await insertToken(transaction, row)
    await auditToken(transaction, row.id, services)
  })
  return { ...viewToken(row), token }
}

/** Deletes a token, which is refused from then on. Throws Problem 404. */
export const deleteToken: ManagementHandler<'deleteToken'> = async ({ path }, { services }) => {
  const { tokenId } = path
  const deleted = await inTransaction(services.db, async (transaction) => {
    const row = await removeToken(transaction, tokenId)
    if (row !== undefined) await auditToken(transaction, tokenId, services)
    return row
  })
  if (deleted === undefined) throw unknownToken(tokenId)
  return viewToken(deleted)
}

function auditToken(transaction: Database, id: string, { audit }: ManagementServices) {
  return insertAudit(transaction, audit([subjectOf('token', id)]))
}

function expiryFrom(text: string | null | undefined, now: Date): Date | null {
  const expiry = parseDateTime(text ?? '') ?? null
  if (expiry !== null && expiry <= now) {
    throw faultyRequest([inBody('expiresAt', 'must be in the future')])
  }
  return expiry
}

function viewToken(row: TokenRow): TokenView {
  return {
    tokenId: row.id,
    name: row.name,
    scopes: [...row.scopes],
    createdAt: row.created_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    lastUsedAt: row.last_used_at?.toISOString() ?? null,
  }
}
