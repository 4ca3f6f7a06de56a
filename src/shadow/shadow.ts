import { noStores } from '../store-api/create-store-clients.ts'
import type { Services } from '../calls/services.ts'
import type { Commit } from '../db/group-commit.ts'
import { commitIn } from '../db/commit.ts'
import type { Database } from '../db/database.ts'
import { inDryRun } from '../db/dry-run.ts'
import { createFindPurchase } from '../db/instance/find-purchase.ts'
import { inSavepoint } from '../db/savepoint.ts'
import { checkChange } from '../ports/change-check.ts'
import { issueLicense } from '../ports/licensing.ts'
import { type Difference, compareAnswers } from './compare-answers.ts'
import { provisionAsOld } from './old-provisioning.ts'
import type { RecordedCall } from './recorded-call.ts'
import { type ReplayOptions, type Replayed, replay } from './replay.ts'

/** A call that Koogate answers otherwise than the old server did. */
export interface DifferingCall extends Pick<Replayed, 'activity' | 'about'> {
  readonly line: number
  readonly differences: readonly Difference[]
  /** Why Koogate answers as it does. */
  readonly resultMsg: string
}

/** What a shadow run came to. */
export interface ShadowReport {
  readonly calls: number
  /** Calls that the old server did not answer. */
  readonly unanswered: number
  readonly differing: readonly DifferingCall[]
}

/**
 * Answers recorded calls as the service would, one after the other, and compares. All they write is
 * undone at the end; no worker runs and no product is asked, so nothing leaves the machine.
 */
export function runShadow(
  calls: AsyncIterable<RecordedCall>,
  options: Omit<ReplayOptions, 'services'>,
  services: Services,
): Promise<ShadowReport> {
  return inDryRun(services.db, async (transaction) => {
    let current: RecordedCall | undefined
    const inShadow = shadowServices(services, transaction, () => current)
    const differing: DifferingCall[] = []
    let count = 0
    let unanswered = 0
    for await (const call of calls) {
      current = call
      count += 1
      const replayed = await replay(call, { ...options, services: inShadow })
      if (call.old.members === undefined && call.old.status === 200) unanswered += 1
      else differing.push(...differencesOf(call, replayed))
    }
    return { calls: count, unanswered, differing }
  })
}

function differencesOf(call: RecordedCall, replayed: Replayed): DifferingCall[] {
  const differences = compareAnswers(replayed, call.old)
  if (differences.length === 0) return []
  const { activity, about, members } = replayed
  return [{ line: call.line, activity, about, differences, resultMsg: members.resultMsg }]
}

function shadowServices(
  services: Services,
  transaction: Database,
  current: () => RecordedCall | undefined,
): Services {
  const commit: Commit = (work) => inSavepoint(transaction, () => commitIn(transaction, work))
  return {
    ...services,
    db: transaction,
    commit,
    findPurchase: createFindPurchase(transaction, services.vault),
    provision: provisionAsOld(() => current()?.old ?? { status: 200, members: undefined }),
    issueLicense,
    checkChange,
    postSigned: undefined,
    stores: noStores,
    now: () => current()?.at ?? services.now(),
  }
}
