import type { Act } from '../message.ts'
import type { ActRules, Store } from '../store.ts'
import type { TimerKind } from '../store-data.ts'
import { attemptMessage } from '../messages.ts'
import { found } from '../refused.ts'
import { runDialTests } from './dial-test.ts'
import { applicationRules, tenantRules, usersRules } from './enterprises.ts'
import { expire, release, remind } from './instances.ts'
import { licenseRules } from './licenses.ts'
import { pollRules, purchaseRules, queryRules } from './purchases.ts'
import { renewRules, upgradeRules } from './renewals.ts'
import { acceptRules, completeSupervision } from './supervision.ts'
import { refund } from './unsubscriptions.ts'

const nothing: ActRules = {}

/** What follows from each message. */
export const rules: Readonly<Record<Act, ActRules>> = {
  purchase: purchaseRules,
  open: queryRules,
  accept: acceptRules,
  poll: pollRules,
  query: queryRules,
  renew: renewRules,
  check: nothing,
  upgrade: upgradeRules,
  // The accounts of the store changed before the seller was told.
  freeze: nothing,
  unfreeze: nothing,
  release: nothing,
  license: licenseRules,
  notify: nothing,
  tenant: tenantRules,
  application: applicationRules,
  departments: nothing,
  users: usersRules,
}

type Handle = (store: Store, subject: string) => Promise<void> | void

/** What happens when a timer is due. */
export const timerHandlers: Readonly<Record<TimerKind, Handle>> = {
  attempt: (store, id) => attemptMessage(store, rules, found(store.data.messages, id, 'message')),
  expiry: expire,
  // The frozen time has ended without a renewal.
  release: (store, id) => release(store, id),
  reminder: remind,
  dialTest: runDialTests,
  supervisionDone: completeSupervision,
  refund,
}
