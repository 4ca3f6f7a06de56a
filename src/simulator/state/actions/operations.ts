import { dialTest } from '../life/dial-test.ts'
import { rules } from '../life/rules.ts'
import { faults } from '../../faults/faults.ts'
import type { StoreMessage } from '../message.ts'
import { attemptMessage } from '../messages.ts'
import { ActionRefused, counted, found } from '../refused.ts'
import type { Store } from '../store.ts'
import type { DialTest, FaultSwitch } from '../store-data.ts'

/** Calls the seller once more for a message (重新启动), in its window or after it. */
export async function restart(store: Store, id: string): Promise<StoreMessage> {
  const { data } = store
  const message = found(data.messages, id, 'message')
  if (message.state === 'SUCCESS')
    throw new ActionRefused(
      `The message ${id} was carried out.`,
      `消息 ${id} 已成功，无需重新启动。`,
    )
  const { orderId, instance = '' } = message.subject
  const order = data.orders[orderId ?? data.instances[instance]?.order ?? '']
  if (order?.state === 'refunded')
    throw new ActionRefused(
      `The order ${order.orderId} was refunded: there is nothing to restart.`,
      `订单 ${order.orderId} 已自动退订，不能重新启动。`,
    )
  await attemptMessage(store, rules, message)
  return message
}

/** Runs the dial test of a product now, beside those of the day. */
export async function dialTestNow(store: Store, product: string): Promise<DialTest> {
  const test = await dialTest(store, found(store.data.products, product, 'product'))
  if (test !== undefined) return test
  throw new ActionRefused('No debug case is saved for it.', '该商品没有已保存的调试用例。')
}

/** The names of all faults. */
export const faultNames: readonly FaultSwitch['fault'][] = [
  ...(Object.keys(faults) as (keyof typeof faults)[]),
  'duplicate',
  'reorder',
]

/** Turns a fault on for the next calls, or for all (`calls` left out), of an activity or of any. */
export function playFault(
  { data }: Store,
  { fault, calls, activity }: { fault: string; calls?: number; activity?: string },
): readonly FaultSwitch[] {
  const known = faultNames.find((name) => name === fault)
  if (known === undefined)
    throw new ActionRefused(
      `There is no fault "${fault}": ${faultNames.join(', ')}.`,
      `没有故障“${fault}”：${faultNames.join('、')}。`,
    )
  data.switches.push({
    fault: known,
    left: calls === undefined ? null : counted(calls, 'calls'),
    ...(activity !== undefined && { activity }),
  })
  return data.switches
}

/** Turns one fault off, at every activity. */
export function stopFault({ data }: Store, { fault }: { readonly fault: string }): void {
  data.switches = data.switches.filter((one) => one.fault !== fault)
}

/** Turns every fault off. */
export function clearFaults({ data }: Store): void {
  data.switches = []
}
