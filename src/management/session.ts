import type { ManagementSchemas } from '../contract/index.ts'
import { hashOfToken } from '../crypto/management-token.ts'
import { newSessionSecret } from '../crypto/session-secret.ts'
import { insertAudit } from '../db/audit/audit-entries.ts'
import {
  type ConsoleSessionRow,
  deleteConsoleSession,
  insertConsoleSession,
} from '../db/console-session/console-sessions.ts'
import type { Database } from '../db/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { subjectOf } from '../domain/subject.ts'
import type { CallerSession } from './access.ts'
import type { ManagementContext, ManagementHandler, ManagementServices } from './context.ts'
import { unauthorized, unknownToken } from './problem.ts'

type Session = ManagementSchemas['Session']

/** Makes a session of the caller's token, and gives the browser the cookie that it knows it by. */
export const createSession: ManagementHandler<'createSession'> = async (_request, context) => {
  const { services, browser } = context
  const { limits, db } = services
  const secret = newSessionSecret()
  const row = sessionOf(hashOfToken(secret), context)
  const options = { replaced: browser.sessionHash, most: limits.sessionsOfToken }
  await inTransaction(db, async (transaction) => {
    // Its token may have been deleted since the look at it.
    if (!(await insertConsoleSession(transaction, row, options))) throw unauthorized(unknownToken)
    await auditSession(transaction, services)
  })
  browser.giveCookie(secret)
  return viewSession({ hash: row.hash, endsAt: row.ends_at }, context)
}

/** Who is signed in. */
export const getSession: ManagementHandler<'getSession'> = (_request, context) =>
  Promise.resolve(viewSession(sessionOfCaller(context), context))

/** Ends the session that the request came by. */
export const deleteSession: ManagementHandler<'deleteSession'> = async (_request, context) => {
  const { services, browser } = context
  const session = sessionOfCaller(context)
  await inTransaction(services.db, async (transaction) => {
    const isEnded = await deleteConsoleSession(transaction, session.hash)
    if (isEnded) await auditSession(transaction, services)
  })
  browser.takeCookie()
  return viewSession(session, context)
}

function sessionOf(hash: string, { services, settingsMark }: ManagementContext): ConsoleSessionRow {
  const { tokenId } = services.caller
  const now = services.now()
  const isOfSettings = tokenId === 'settings'
  return {
    hash,
    token_id: isOfSettings ? null : tokenId,
    settings_mark: isOfSettings ? settingsMark : null,
    created_at: now,
    last_used_at: now,
    ends_at: new Date(now.getTime() + services.limits.sessionMs),
  }
}

function sessionOfCaller({ services }: ManagementContext): CallerSession {
  const { session } = services.caller
  if (session === undefined) throw new Error('the contract lets nobody in here without a session')
  return session
}

function auditSession(transaction: Database, { audit, caller }: ManagementServices) {
  return insertAudit(transaction, audit([subjectOf('token', caller.tokenId)]))
}

function viewSession({ endsAt }: CallerSession, context: ManagementContext): Session {
  const { tokenId, tokenName, scopes } = context.services.caller
  return {
    tokenId,
    tokenName,
    scopes: [...scopes],
    expiresAt: endsAt.toISOString(),
    reasonRequired: context.reasonRequired,
  }
}
