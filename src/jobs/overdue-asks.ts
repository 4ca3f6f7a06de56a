import { raiseAlarm } from '../calls/alarms.ts'
import type { AskUpdate } from '../calls/asks/ask-rows.ts'
import { type InstanceChange, changeInstance } from '../calls/change-instance.ts'
import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { type PlainAsk, findLateAsks } from '../db/ask/asks.ts'
import { flagOverdue } from '../domain/ask/overdue.ts'
import type { Instance } from '../domain/instance/instance.ts'
import { next } from '../domain/instance/life-cycle.ts'
import { subjectOf } from '../domain/subject.ts'
import { failureOf, logItem } from './attempt.ts'
import type { RecurringJob } from './recurring.ts'

const name = 'overdue-asks'
const atOnce = 100

/**
 * Tells of what the product has not made in the time that the store waits: the store may have refunded
 * the order. It is asked for all the same, more rarely, and a late success counts.
 */
export function overdueAsks(services: Services): RecurringJob {
  const { db, now, limits } = services
  return {
    name,
    everyMs: limits.tidyEveryMs,
    async run() {
      for (const ask of await findLateAsks(db, { now: now(), limit: atOnce })) {
        const error = await failureOf(() => markOverdue(ask, services))
        // What cannot be read keeps no other one waiting.
        if (error !== undefined) logItem({ job: name, ask: ask.id }, error, services)
      }
    },
  }
}

async function markOverdue(ask: PlainAsk, services: Services): Promise<void> {
  if (ask.kind === 'provision') {
    await changeInstance(ask.instanceId, services, (instance) =>
      overdue(ask, instance, services.now()),
    )
  } else {
    const alarm = raiseAlarm('ask.overdue', subjectOf('license', ask.subject), textOf(ask))
    await persist({ askUpdates: [updateOf(ask)], alarms: [alarm] }, services)
  }
}

function overdue(ask: PlainAsk, instance: Instance, now: Date): InstanceChange {
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

function updateOf({ instanceId, kind, subject }: PlainAsk): AskUpdate {
  return { instanceId, one: { kind, subject }, state: 'overdue' }
}

function textOf({ kind, orderId, attempt }: PlainAsk): string {
  const what = kind === 'make-license' ? 'a license' : 'the instance'
  const asked = attempt === 0 ? 'its order could not be read' : `it was asked ${attempt} times`
  return `the product has not made ${what} of order ${orderId} in the time that the store waits, ${asked}; look at the order, which the store may have refunded`
}
