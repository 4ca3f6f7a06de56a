import type { AnyCall, Generation } from '../calls/calls.ts'
import { endpointOf, urlAt } from '../calls/endpoints.ts'
import type { KeyType } from '../calls/access-keys.ts'
import type { SignedRequest } from '../calls/signed-request.ts'
import { faults, type RequestFault } from '../faults/faults.ts'
import { stampOf } from '../faults/re-sign.ts'
import { makeAttempt, type Attempt, type CallOptions, type Target } from '../store/attempt.ts'
import { ActionRefused } from './refused.ts'
import type { Store } from './store.ts'
import type { FaultSwitch, StoreData } from './store-data.ts'

/** An attempt, and the fault that was played at it. */
export interface PlayedAttempt {
  readonly attempt: Attempt
  readonly fault: FaultSwitch['fault'] | undefined
}

/** Calls the seller once at an address, with the fault of a switch; twice, side by side, if it says so. */
export async function callSeller(
  store: Store,
  make: () => AnyCall,
  how: CallOptions & { readonly url: string; readonly fault?: FaultSwitch['fault'] | undefined },
): Promise<readonly PlayedAttempt[]> {
  const { fault } = how
  const call = make()
  const target = targetOf(store, call, how.url, isOfRequest(fault) ? fault : undefined)
  const attempts = [makeAttempt(call, how, target)]
  if (fault === 'duplicate') attempts.push(makeAttempt(make(), how, target))
  return (await Promise.all(attempts)).map((attempt) => ({ attempt, fault }))
}

/** The fault of the next call of an activity, which its switch counts; undefined if none is on. */
export function takeFault(data: StoreData, activity: string): FaultSwitch['fault'] | undefined {
  const one = data.switches.find((on) => on.activity === undefined || on.activity === activity)
  if (one === undefined) return undefined
  if (one.left !== null) one.left -= 1
  data.switches = data.switches.filter(({ left }) => left !== 0)
  return one.fault
}

function isOfRequest(fault: FaultSwitch['fault'] | undefined): fault is RequestFault {
  return fault !== undefined && Object.hasOwn(faults, fault)
}

function targetOf(
  { data, options }: Store,
  call: AnyCall,
  address: string,
  fault: RequestFault | undefined,
): Target {
  const { generation } = call
  const key = keyFor(data, address, endpointOf(generation).keyType)
  const { stamp: before } = data
  const spoil = (request: SignedRequest) => {
    const stamp = stampOf(request, generation)
    if (stamp !== undefined) data.stamp = stamp
    return fault === undefined ? request : faults[fault](request, { generation, key, before })
  }
  const { send, answerWithinMs } = options
  return { url: urlAt(address, call), key, at: new Date(data.now), spoil, send, answerWithinMs }
}

/** The secret that is bound for an interface type where an address is; refused where none is. */
export function keyFor(data: StoreData, address: string, type: KeyType): string {
  const { origin } = new URL(address)
  const registered = Object.values(data.addresses).find((one) => one.origin === origin)
  const key = data.keys[registered?.keys[type] ?? '']
  if (key !== undefined) return key.secret
  throw new ActionRefused(
    `No key of the interface type "${type}" is bound at ${origin}.`,
    `${origin} 未绑定“${keyTypes[type].zh}”的密钥。`,
    'KEY-2',
  )
}

/** The interface types, as the console names them; the Key of V1 is the seller's one. */
export const keyTypes = {
  basic: { en: 'basic interfaces', zh: '基础接口' },
  v1: { en: 'the Key of V1', zh: 'Key值（V1.0）' },
  kit: { en: 'joint-operation kit', zh: '联营SaaS同步接口' },
  license: { en: 'license codes', zh: 'License授权码交付接口' },
  order: { en: 'order notifications', zh: '通用接口' },
} as const satisfies Record<KeyType, { en: string; zh: string }>

/** The interface type of a generation. */
export function keyTypeOf(generation: Generation): KeyType {
  return endpointOf(generation).keyType
}
