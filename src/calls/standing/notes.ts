import type { Database } from '../../db/database.ts'
import { noteActivityCalls } from '../../db/credential/activity-calls.ts'
import { noteAddressCalls } from '../../db/credential/address-calls.ts'
import { addDialTests } from '../../db/standing/dial-tests.ts'
import { noteFailingPurchases } from '../../db/standing/failing-purchases.ts'
import { isTest, membersOf } from '../call.ts'
import { activityCallRow, addActivityCall } from './activity-call-row.ts'
import { addressCallRow, laterCall } from './address-call-row.ts'
import type { AnsweredCall } from './answered-call.ts'
import { addDialTest, dialTestRow } from './dial-test-row.ts'
import { addFailingPurchase, failingPurchaseRow } from './failing-purchase-row.ts'
import { createTally } from './tally.ts'

/**
 * Notes what the store judges a seller by: its test calls, and real purchases that failed; and the last
 * call of each interface and activity at each address. Noted in
 * memory and written each second, as the uses of keys are: up to a second is lost with a process that is
 * killed, and the store calls again.
 */
export interface StandingNotes {
  note(answered: AnsweredCall): void
  save(db: Database): Promise<void>
}

export function createStandingNotes(): StandingNotes {
  const tests = createTally(addDialTest)
  const purchases = createTally(addFailingPurchase)
  const calls = createTally(laterCall)
  const activities = createTally(addActivityCall)
  return {
    note(answered) {
      const last = addressCallRow(answered)
      calls.add([last.address, last.operation, last.test], last)
      const done = activityCallRow(answered)
      activities.add([done.address, done.operation, done.activity, done.test], done)
      if (isTest(membersOf(answered.call))) {
        const row = dialTestRow(answered)
        tests.add([row.address, row.half_day.getTime()], row)
        return
      }
      const row = failingPurchaseRow(answered)
      if (row !== undefined) {
        purchases.add([row.site, row.kind, row.order_id, row.order_line_id], row)
      }
    },
    async save(db) {
      await tests.save((rows) => addDialTests(db, rows))
      await purchases.save((rows) => noteFailingPurchases(db, rows))
      await calls.save((rows) => noteAddressCalls(db, rows))
      await activities.save((rows) => noteActivityCalls(db, rows))
    },
  }
}
