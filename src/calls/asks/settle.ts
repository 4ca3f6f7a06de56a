import { postponeAsk } from '../../db/ask/asks.ts'
import { type Ask, type Postponed, failed, taken } from '../../domain/ask/ask.ts'
import { inTime, isOverdue } from '../../domain/ask/overdue.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { type Provisioned, next, provision } from '../../domain/instance/life-cycle.ts'
import { unflagged } from '../../domain/instance/maybe-sold-before.ts'
import { type LicenseResult, completed, usable } from '../../domain/license/license.ts'
import { subjectOf } from '../../domain/subject.ts'
import { type AlarmChange, clearAlarm } from '../alarms.ts'
import { type InstanceChange, changeInstance } from '../change-instance.ts'
import { provisioningEvents } from '../instance-events.ts'
import { changeLicense } from '../licensing/change-license.ts'
import { isClosed } from '../licensing/closed.ts'
import { persist } from '../persist.ts'
import type { Services } from '../services.ts'
import type { Asked } from './ask-answer.ts'
import type { AskUpdate } from './ask-rows.ts'
import { busyWith } from './busy-with.ts'

/** Keeps what an attempt came to: what was asked for is there, or it is asked for again. */
export async function settle(ask: Ask, asked: Asked, services: Services): Promise<void> {
  await busyWith(ask.id, services, async () => {
    await keep(ask, asked, services)
    await postpone(ask, asked, services)
  })
}

async function keep(ask: Ask, asked: Asked, services: Services): Promise<void> {
  if (ask.kind === 'provision') await keepInstance(ask, asked, services)
  if (ask.kind === 'make-license') await keepLicense(ask, asked, services)
  if (asked.outcome === 'applied') await persist({ askUpdates: [ended(ask, 'done')] }, services)
}

async function keepInstance(ask: Ask, asked: Asked, services: Services): Promise<void> {
  const before: { instance?: Instance } = {}
  await changeInstance(ask.instanceId, services, (instance) => {
    before.instance = instance
    return afterAnswer(instance, asked, services.now())
  })
  const phase = before.instance?.phase ?? 'released'
  if (phase !== 'ready' && phase !== 'released') return
  // It was made or released meanwhile, or is gone: nobody else ends what is asked for it.
  const state = phase === 'ready' ? 'done' : 'cancelled'
  await persist({ askUpdates: [ended(ask, state)] }, services)
}

/** When it is asked again, if it is; nothing is written of what is over. */
export async function postpone(ask: Ask, asked: Asked, services: Services): Promise<void> {
  const { db, vault } = services
  const now = services.now()
  const next = nextOf(ask, asked, now)
  if (next !== undefined) await postponeAsk({ db, vault, now }, ask, next)
}

function nextOf(ask: Ask, asked: Asked, now: Date): Postponed | undefined {
  if (asked.outcome === 'taken') return taken(ask)
  return asked.outcome === 'failed' ? failed(ask, asked, now) : undefined
}

/** What an answer to `provision.requested` makes of the instance, which may have changed meanwhile. */
export function afterAnswer(instance: Instance, asked: Asked, now: Date): InstanceChange {
  if (instance.phase === 'released') return afterRelease(instance, asked, now)
  const result = provisionedBy(asked)
  const isOver = instance.phase === 'ready' || result === undefined
  return isOver ? { instance } : provisioned(instance, result, now)
}

// The product may have made it after it was told of the release: it is told once more.
function afterRelease(instance: Instance, asked: Asked, now: Date): InstanceChange {
  if (!mayBeMade(asked)) return { instance }
  const { orderId } = instance
  return { instance: next(instance, now, {}), events: [{ type: 'instance.released', orderId }] }
}

const nothingSent = ['no-webhook', 'refused-address', 'tls']

/** Not where the product has said that it made nothing, nor where it never heard of the attempt. */
function mayBeMade(asked: Asked): boolean {
  if (asked.outcome !== 'failed') return asked.outcome !== 'refused'
  return !/^[45]/.test(asked.code) && !nothingSent.includes(asked.code)
}

/** An instance whose provisioning has come to an end, and what is over with it. */
export function provisioned(
  instance: Instance,
  result: Exclude<Provisioned, { outcome: 'pending' }>,
  now: Date,
): InstanceChange {
  const after = provision(inTime(unflagged(instance)), result, now)
  return {
    instance: after,
    events: instance.phase === 'ready' ? [] : provisioningEvents(after),
    askUpdates: [endedProvision(after)],
    alarms: clearedOverdue(instance),
  }
}

/** The ask of an instance that is over, since it is in use or was refused. */
function endedProvision({ instanceId, phase, failure }: Instance): AskUpdate {
  const one = { kind: 'provision', subject: instanceId } as const
  const state = phase === 'ready' ? 'done' : 'refused'
  return { instanceId, one, state, failure }
}

/** What a release ends: the product is asked for nothing of it any more. */
export function releasedAsks(instance: Instance): Pick<InstanceChange, 'askUpdates' | 'alarms'> {
  const { instanceId } = instance
  return { askUpdates: [{ instanceId, state: 'cancelled' }], alarms: clearedOverdue(instance) }
}

/** The end of its alarm, where the instance was overdue. */
function clearedOverdue(instance: Instance): AlarmChange[] {
  const subject = subjectOf('instance', instance.instanceId)
  return isOverdue(instance) ? [clearAlarm('ask.overdue', subject)] : []
}

function provisionedBy(asked: Asked) {
  if (asked.outcome === 'made') return { outcome: 'ready', appInfo: asked.appInfo } as const
  return asked.outcome === 'refused' ? asked : undefined
}

async function keepLicense(ask: Ask, asked: Asked, services: Services): Promise<void> {
  const result = licensedBy(asked)
  if (result === undefined) return
  await changeLicense(ask.subject, services, (license, instance) =>
    isClosed(license, instance)
      ? license
      : completed(license, usable(result, license.family), services.now()),
  )
  // Of one that was made meanwhile, or whose instance is frozen: the store asks for it again.
  await persist({ askUpdates: [ended(ask, 'cancelled')] }, services)
}

/** What an answer to `license.issue_requested` comes to; undefined while none does. */
export function licensedBy(asked: Asked): LicenseResult | undefined {
  if (asked.outcome === 'licensed') return { outcome: 'ready', content: asked.content }
  return asked.outcome === 'refused' ? asked : undefined
}

/** An ask that is over, whatever its instance is. */
export function ended({ instanceId, kind, subject }: Ask, state: AskUpdate['state']): AskUpdate {
  return { instanceId, one: { kind, subject }, state }
}
