import { noteDelivery as note } from '../calls/deliveries/note-delivery.ts'
import type { AuditChange } from '../calls/services.ts'
import { findOrderRow } from '../db/order/list-orders.ts'
import { readOrderResourceId } from '../db/order/order-resource-id.ts'
import { subjectOf } from '../domain/subject.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { ManagementHandler } from './context.ts'
import { unknownOrder } from './not-found.ts'
import { viewOrder } from './orders.ts'
import { faultyRequest, inBody } from './problem.ts'

/** Notes a step of service supervision. Throws Problem 400 for one that is still to come. */
export const noteDelivery: ManagementHandler<'noteDelivery'> = async (request, context) => {
  const { services } = context
  const { path, body } = request
  const now = services.now()
  const at = parseDateTime(body.at ?? '') ?? now
  if (at > now) throw faultyRequest([inBody('at', 'is in the future')])
  const key = readOrderResourceId(path.id)
  const order = key && (await findOrderRow(services.db, key))
  if (order === undefined) throw unknownOrder(path.id)
  const by = services.caller.tokenName.slice(0, 64).toWellFormed()
  const audit: AuditChange = (subjects) =>
    services.audit([subjectOf('order', order.order_id), ...subjects])
  const noted = { step: body.step, note: body.note ?? null, by, at }
  await note(order, noted, { ...services, audit })
  return viewOrder(path.id, services)
}
