import type { ManagementSchemas } from '../contract/index.ts'
import { insertAudit } from '../db/audit/audit-entries.ts'
import { type SessionRow, takeCode } from '../db/sso/sessions.ts'
import { inTransaction } from '../db/transaction.ts'
import { subjectOf } from '../domain/subject.ts'
import { productToken } from '../sso/product-token.ts'
import { renewSession } from '../sso/renew-session.ts'
import { hashOf } from '../sso/secrets.ts'
import { signOnOf } from '../sso/sign-on.ts'
import type { ManagementHandler, ManagementServices } from './context.ts'
import { Problem } from './problem.ts'
import { viewSignOn } from './sso-view.ts'

/** Who signed in, for a code that nobody has exchanged. Throws Problem 404. */
export const exchangeSsoCode: ManagementHandler<'exchangeSsoCode'> = async (
  { body },
  { services },
) => {
  const { db, vault, now } = services
  const session = await inTransaction(db, async (transaction) => {
    const row = await takeCode(transaction, hashOf('code', body.code, vault), now())
    if (row !== undefined) await insertAudit(transaction, auditOf(row, services))
    return row
  })
  if (session === undefined) {
    throw new Problem(404, 'There is no such sign-on code: it was exchanged, or is too old.')
  }
  const view = viewSignOn(await signOnOf(session, services), services)
  const token = body.jwt ? await productToken(view, services.sso, now()) : null
  return { ...view, token }
}

/** Notes that a user is active. Throws Problem 404 for a session that has ended. */
export const refreshSsoSession: ManagementHandler<'refreshSsoSession'> = async (
  { path },
  { services, addresses },
): Promise<ManagementSchemas['SsoSignOn']> => {
  const session = await renewSession(path.sessionId, addresses, services)
  if (session === undefined) {
    throw new Problem(
      404,
      'There is no such sign-on session: it has ended, the user signs in again.',
    )
  }
  await insertAudit(services.db, auditOf(session, services))
  return { ...viewSignOn(await signOnOf(session, services), services), token: null }
}

function auditOf({ id }: SessionRow, { audit }: ManagementServices) {
  return audit([subjectOf('sso-session', id)])
}
