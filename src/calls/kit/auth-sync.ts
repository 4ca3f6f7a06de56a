import type { SellerSchemas } from '../../contract/index.ts'
import { type UserListing, saveUsers } from '../../db/tenant/users.ts'
import type { KitChange } from '../../domain/tenant/tenant.ts'
import type { Handle } from '../handler.ts'
import { withBindingLock, changeOf, itemsOf, timeOf } from './kit-call.ts'
import { toNewUser } from './user.ts'

type AuthSync = SellerSchemas['AuthSyncV1'] | SellerSchemas['AuthSyncV2']

const states = {
  delete: 'deleted',
  add: 'granted',
  modify: 'granted',
  revoke: 'revoked',
} as const satisfies Record<KitChange, UserListing['state']>

/**
 * Grants an application to users, changes them or takes it away; of one that stands there twice the
 * last counts.
 */
export const authSync: Handle<AuthSync> = (call, { vault }) => {
  const { appId, userList } = call.body
  const state = states[changeOf(call.body)]
  const timeStamp = timeOf(call.body)
  const listed = itemsOf('userList', userList).map((user) => toNewUser(user, vault))
  const users = [...new Map(listed.map((user) => [user.user_name_hash, user])).values()]
  return withBindingLock(call, ({ transaction, binding }) =>
    saveUsers(transaction, binding, { users, appId, state, timeStamp, now: call.now }),
  )
}
