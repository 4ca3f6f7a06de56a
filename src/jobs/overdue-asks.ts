import { raiseAlarm } from '../calls/alarms.ts'
import type { AskUpdate } from '../calls/asks/ask-rows.ts'
import { type InstanceChange, changeInstance } from '../calls/change-instance.ts'
import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { findLateAsks } from '../db/ask/asks.ts'
import type { Ask } from '../domain/ask/ask.ts'
import { flagOverdue } from '../domain/ask/overdue.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { next } from '../domain/instance/life-cycle.ts'
import { subjectOf } from '../domain/subject.ts'
import type { RecurringJob } from './recurring.ts'

const atOnce = 100

/**
 * Tells of what the product has not made in the time that the store waits: the store may have refunded
 * the order. It is asked for all the same, more rarely, and a late success counts.
 */
export function overdueAsks(services: Services): RecurringJob {
  const { db, vault, now, limits } = services
  return {
    name: 'overdue-asks',
    everyMs: limits.tidyEveryMs,
    async run() {
      const late = await findLateAsks(db, vault, { now: now(), limit: atOnce })
      for (const ask of late) await markOverdue(ask, services)
    },
  }
}

async function markOverdue(ask: Ask, services: Services): Promise<void> {
  if (ask.kind === 'provision') {
    await changeInstance(ask.instanceId, services, (instance) =>
      overdue(ask, instance, services.now()),
    )
  } else {
    const alarm = raiseAlarm('ask.overdue', subjectOf('license', ask.subject), textOf(ask))
    await persist({ askUpdates: [updateOf(ask)], alarms: [alarm] }, services)
  }
}

function overdue(ask: Ask, instance: Instance, now: Date): InstanceChange {
  // It was made, refused or released meanwhile.
  if (instance.phase !== 'provisioning') return { instance }
  const { instanceId, orderId } = instance
  return {
    instance: next(flagOverdue(instance), now, {}),
    events: [{ type: 'instance.overdue', orderId }],
    askUpdates: [updateOf(ask)],
    alarms: [raiseAlarm('ask.overdue', subjectOf('instance', instanceId), textOf(ask))],
  }
}

function updateOf({ instanceId, kind, subject }: Ask): AskUpdate {
  return { instanceId, one: { kind, subject }, state: 'overdue' }
}

function textOf({ kind, orderId, attempt }: Ask): string {
  const what = kind === 'make-license' ? 'a license' : 'the instance'
  const asked = attempt === 0 ? 'its order could not be read' : `it was asked ${attempt} times`
  return `the product has not made ${what} of order ${orderId} in the time that the store waits, ${asked}; look at the order, which the store may have refunded`
}
