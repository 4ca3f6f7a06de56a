import type { SellerSchemas } from '../../contract/index.ts'
import { type UserListing, saveUsers } from '../../db/tenant/users.ts'
import { eventsOfUsers, toldUsers } from '../../events/told-tenant.ts'
import { answer } from '../../domain/answer.ts'
import { subjectOf } from '../../domain/subject.ts'
import type { KitChange } from '../../domain/tenant/tenant.ts'
import { raiseAlarm } from '../alarms.ts'
import type { Call } from '../call.ts'
import type { CallResult, Handle } from '../handler.ts'
import type { Services } from '../services.ts'
import { flaggedInstance } from './flagged-instance.ts'
import { type JudgedUsers, judgeUsers } from './judge-users.ts'
import { withBindingLock, changeOf, itemsOf, newVersion, timeOf } from './kit-call.ts'

type AuthSync = SellerSchemas['AuthSyncV1'] | SellerSchemas['AuthSyncV2']

const states = {
  delete: 'deleted',
  add: 'granted',
  modify: 'granted',
  revoke: 'revoked',
} as const satisfies Record<KitChange, UserListing['state']>

/**
 * Grants an application to users, changes them or takes it away; of one that stands there twice the
 * last counts. Each is judged alone: those that are well are written, whatever the others are, and
 * the answer names the first of the others.
 */
export const authSync: Handle<AuthSync> = async (call, services) => {
  const { appId, userList } = call.body
  const change = changeOf(call.body)
  const timeStamp = timeOf(call.body)
  const judged = judgeUsers(itemsOf('userList', userList), change, services.vault)
  const users = [...new Map(judged.taken.map((user) => [user.user_name_hash, user])).values()]
  const listing: UserListing = { appId, state: states[change], timeStamp, now: call.now }
  const result = await withBindingLock(call, async (locked) => {
    const { transaction, binding } = locked
    const rows = await saveUsers(transaction, binding, { ...listing, users })
    if (rows.length === 0) return []
    const version = await newVersion(locked, eventsOfUsers(rows.length))
    return toldUsers(version, listing, { rows, vault: services.vault })
  })
  return judged.faults.length === 0 ? result : withFaults(result, judged, call, services)
}

const namedFaults = 3

async function withFaults(
  result: CallResult,
  { taken, faults }: JudgedUsers,
  call: Call<AuthSync>,
  services: Services,
): Promise<CallResult> {
  const { appId, tenantId } = call.body
  const first = faults.slice(0, namedFaults).join(', ')
  const text = `${faults.length} of ${taken.length + faults.length} users were not taken: ${first}`
  const refused = { answer: answer('000002', text) }
  const sentence = `authSync of application ${appId}: users were not taken, its messages name them`
  const flagged = await flaggedInstance(call, sentence, services)
  return {
    ...(taken.length > 0 && result),
    ...refused,
    ...flagged,
    alarms: [raiseAlarm('kit.users', subjectOf('tenant', tenantId), text)],
  }
}
