import { findAsk } from '../../db/ask/asks.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { findLicense } from '../../db/license/licenses.ts'
import type { Answer } from '../../domain/answer.ts'
import { type Ask, isOpen } from '../../domain/ask/ask.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { type License, completed, usable } from '../../domain/license/license.ts'
import type { Call } from '../call.ts'
import type { CallResult } from '../handler.ts'
import { type LicenseChange, changesOf, uploadOf } from '../licensing/change-license.ts'
import { isClosed } from '../licensing/closed.ts'
import type { Services } from '../services.ts'
import type { Asked } from './ask-answer.ts'
import { awaitAsk } from './await-ask.ts'
import { askInCall } from './in-call.ts'
import { openAsk } from './open-ask.ts'
import { ended, licensedBy, postpone } from './settle.ts'

/** A license that is to be made, and how its call tells the store of it. */
export interface WantedLicense<Answered> {
  /** As it is known, or of version 0. */
  readonly license: License
  readonly instance: Instance
  readonly present: (license: License) => Answered
  /** What is written with the claim beside the license. */
  readonly more?: Partial<CallResult<Answered>>
}

/**
 * Has the product make a license: it is claimed first, then the product is asked, and what it answers
 * while the store waits is in the answer. A repeat waits for what is under way, and asks anew for what
 * was refused.
 */
export async function issueByAsk<Answered extends Answer>(
  wanted: WantedLicense<Answered>,
  call: Call<unknown>,
  services: Services,
): Promise<CallResult<Answered>> {
  const { license, instance, present, more } = wanted
  const { licenseId } = license
  const about = { kind: 'make-license', subject: licenseId } as const
  const asked =
    license.version === 0 ? undefined : await findAsk(services.db, services.vault, about)
  if (license.phase === 'provisioning' && asked !== undefined && isOpen(asked)) {
    await awaitAsk(asked, call, services)
    const now = (await findLicense(services.db, services.vault, licenseId)) ?? license
    return { answer: present(now), licenseId }
  }
  const claimed = completed(license, { outcome: 'pending' }, call.now)
  const version = (asked?.version ?? 0) + 1
  const open = { ...about, version, waitsForOrder: false, isOwn: true }
  const ask = openAsk(instance, open, services)
  const beforeAnswer = askBeforeAnswer(ask, wanted, call, services)
  return { answer: present(claimed), ...more, license: claimed, ask, beforeAnswer }
}

// Asked once, whatever the second commit meets.
function askBeforeAnswer<Answered extends Answer>(
  ask: Ask,
  { present }: WantedLicense<Answered>,
  call: Call<unknown>,
  services: Services,
): () => Promise<CallResult<Answered>> {
  const { db, vault } = services
  let asking: ReturnType<typeof askInCall> | undefined
  return async () => {
    asking ??= askInCall(ask, call, services)
    const { asked, ask: claimed, afterCommit } = await asking
    const [license, instance] = await Promise.all([
      findLicense(db, vault, ask.subject),
      findInstance(db, vault, ask.instanceId),
    ])
    if (license === undefined) throw new Error(`license ${ask.subject} is gone`)
    const answered = { answer: present(license), licenseId: ask.subject }
    if (asked === undefined) return { ...answered, afterCommit }
    const change = changeBy(asked, { license, instance }, services)
    const later = { afterCommit: () => postpone(claimed, asked, services) }
    // What came for a closed license is not handed over: the store asks for it again (settle.ts).
    if (change === undefined) {
      const askUpdates = licensedBy(asked) === undefined ? [] : [ended(claimed, 'cancelled')]
      return { ...answered, askUpdates, ...later }
    }
    const changes = changesOf(license, change, instance, services)
    const { events, askUpdates, alarms } = changes
    return {
      answer: present(change),
      license: change,
      ...(changes.instance && { instance: changes.instance }),
      ...{ events, askUpdates, alarms },
      uploadLicense: uploadOf(license, change),
      ...later,
    }
  }
}

/** The license with what the product has answered; undefined where nothing of it changes. */
function changeBy(
  asked: Asked,
  { license, instance }: LicenseChange,
  { now }: Services,
): License | undefined {
  const result = licensedBy(asked)
  if (result === undefined || isClosed(license, instance)) return undefined
  const next = completed(license, usable(result, license.family), now())
  return next === license ? undefined : next
}
