import type { OrderTable } from '../../db/order/order-tables.ts'
import type { Call } from '../call.ts'
import type { Services } from '../services.ts'
import { type DeliveryNote, idleEnded, saveNote } from './delivery-note.ts'
import type { CallResult } from '../handler.ts'

type Supervision = Pick<CallResult, 'save' | 'orderStory' | 'alarms'>

/** An order, and when the buyer accepted. */
interface Supervised {
  readonly order: OrderTable
  readonly acceptanceTime: Date | null
}

/**
 * What of a purchase belongs to service supervision (服务监管): its checklist begins where the address says
 * so, and the call that brings the acceptance closes it. Of the call between the two nothing is known but
 * that it repeats the first.
 */
export function supervisionOf(
  call: Call<unknown>,
  { order, acceptanceTime }: Supervised,
  services: Services,
): Supervision {
  if (call.test) return {}
  if (acceptanceTime === null) return begun(call, order, services)
  // The acceptance may be dated ahead: the period begins then.
  const at = acceptanceTime < call.now ? acceptanceTime : call.now
  const step = { step: 'accepted', by: 'store', at } as const
  return {
    save: saving({ order, ...step }, services),
    orderStory: { type: 'order.delivery.noted', delivery: { ...step, attention: null } },
    alarms: [idleEnded(order)],
  }
}

function begun(
  { address, now }: Call<unknown>,
  order: OrderTable,
  services: Services,
): Supervision {
  if (address.supervision === undefined) return {}
  return { save: saving({ order, step: null, by: 'store', at: now }, services) }
}

function saving(note: DeliveryNote, services: Services): CallResult['save'] & {} {
  return async (transaction) => {
    await saveNote(transaction, note, services)
    return []
  }
}
