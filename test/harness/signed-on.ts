import { randomUUID } from 'node:crypto'
import { insertSession } from '../../src/db/sso/sessions.ts'
import { hashOf, newSecret } from '../../src/sso/secrets.ts'
import type { TestService } from './service.ts'

/** A user who has signed in, as the pages leave it: a code that nobody has exchanged, and the session. */
export async function signedOn({
  app: { services },
}: Pick<TestService, 'app'>): Promise<{ readonly code: string; readonly sessionId: string }> {
  const { db, vault } = services
  const [code, cookie, sessionId] = [newSecret(), newSecret(), randomUUID()]
  const now = services.now()
  const ends_at = new Date(now.getTime() + 60_000)
  const user = { userName: 'zhangsan', name: '张三' }
  const session = {
    ...{ id: sessionId, cookie_hash: hashOf('session', cookie, vault), address: 'main' },
    ...{ site: 'china', test_address: '', test: false, tenant_id: 'tenant', instance_id: '' },
    ...{ app_id: 'app', client_id: 'client', user_name_hash: vault.hash(user.userName) },
    ...{ entry: 'own' as const, protocol: 'cas' as const, tokens: null, access_ends_at: null },
    ...{ renewing_until: null, signed_in_at: now, active_at: now, ends_at },
    identity: vault.encrypt(JSON.stringify(user)),
  }
  const row = { code_hash: hashOf('code', code, vault), session_id: sessionId, ends_at }
  await insertSession(db, session, { code: row, replaced: undefined })
  return { code, sessionId }
}
