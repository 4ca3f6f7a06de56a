import { createIds } from '../../conform/ids.ts'
import type { Activity } from '../../conform/members.ts'
import { seededRandom } from '../../conform/random.ts'
import { createSeller, type Seller } from '../../conform/seller.ts'
import type { SellerKeys } from '../../conform/seller-keys.ts'
import type { KeyObject } from 'node:crypto'
import type { Generation } from '../../conform/generations.ts'
import { endpointOf } from '../../simulator/calls/endpoints.ts'
import type { Draft } from '../draft.ts'
import { wantedCases } from '../rules/cases.ts'
import type { CaseFacts } from './live.ts'

/** Whom to call, and with what. */
export interface CaseCalls {
  readonly url: URL
  readonly keys: SellerKeys
  /** Undefined where none is pasted: then the secret of applicationSync is empty. */
  readonly publicKey?: KeyObject | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Calls each case that the draft has to have, twice with the same parameters, as the debugger and the dial
 * test do. Undefined without a key of the generation.
 */
export async function callCases(draft: Draft, calls: CaseCalls): Promise<CaseFacts[] | undefined> {
  const own = draft.saas?.generation === 'V1' ? 'saasV1' : 'saasV2'
  const kit = own === 'saasV1' ? 'kitV1' : 'kitV2'
  const sellers = new Map<Generation, Seller | undefined>([
    [own, sellerOf(own, calls)],
    [kit, sellerOf(kit, calls)],
  ])
  if (sellers.get(own) === undefined) return undefined
  const facts: CaseFacts[] = []
  for (const activity of wantedCases(draft)) {
    const seller = sellers.get(isOfKit(activity) ? kit : own)
    if (seller === undefined) continue
    try {
      facts.push(await callTwice(seller, activity as Activity))
    } catch (error) {
      // What is known so far is told.
      if (calls.signal?.aborted !== true) throw error
      return facts
    }
  }
  return facts
}

function sellerOf(generation: Generation, calls: CaseCalls): Seller | undefined {
  const { url, keys, publicKey, signal } = calls
  if (keys[endpointOf(generation).keyType] === undefined) return undefined
  return createSeller({
    ...{ target: { url }, generation, keys },
    random: seededRandom(1, generation),
    ids: createIds('PREFLIGHT'),
    ...(publicKey !== undefined && { encryption: { publicKey } }),
    ...(signal && { signal }),
  })
}

async function callTwice(seller: Seller, activity: Activity): Promise<CaseFacts> {
  const members = seller.valid(activity)
  const first = seller.faults(await seller.call(activity, members))
  const second = seller.faults(await seller.call(activity, members))
  const before = new Set(first.map(({ check, message }) => `${check} ${message}`))
  return {
    activity,
    faults: first,
    faultsAgain: second.filter(({ check, message }) => !before.has(`${check} ${message}`)),
  }
}

function isOfKit(activity: string): boolean {
  return activity.endsWith('Sync')
}
