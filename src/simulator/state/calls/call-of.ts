import type { AnyCall } from '../../calls/calls.ts'
import type { Act } from '../message.ts'
import type { ListedProduct, SoldBy } from '../store-data.ts'
import { type CallContext, type MakeCall, needed } from './call-context.ts'
import { kitCalls } from './kit-calls.ts'
import { licenseCCalls } from './license-code-calls.ts'
import { licenseBCalls, saasV1Calls } from './v1-calls.ts'
import { licenseACalls, saasV2Calls } from './v2-calls.ts'

type Calls = Readonly<Partial<Record<Act, MakeCall>>>

const callsOf: Readonly<Record<SoldBy, Calls>> = {
  saasV2: saasV2Calls,
  saasV1: saasV1Calls,
  licenseA: licenseACalls,
  licenseB: licenseBCalls,
  licenseC: licenseCCalls,
}

const orderCalls: Calls = { notify: notifyOf }

/** How an act is called at a product; undefined where its interfaces have no such call. */
export function makeCallOf(act: Act, { generation }: ListedProduct): MakeCall | undefined {
  const own: Calls = generation === undefined ? {} : callsOf[generation]
  const kit: Calls = kitCalls
  return own[act] ?? kit[act] ?? orderCalls[act]
}

function notifyOf({ order }: CallContext): AnyCall {
  const { orderId, orderLineId } = needed(order, 'order')
  const members = { activity: 'orderNotify', orderId, orderLineId }
  return { generation: 'orders', activity: 'orderNotify', members }
}
