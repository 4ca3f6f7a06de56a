import type { ClaimedBatch } from '../../db/usage/claim-batch.ts'
import { type Address, usageSettings } from '../../domain/address.ts'
import { faultOf } from '../../domain/usage/call-code.ts'
import type { PushOutcome, PushUsage } from '../../domain/usage/push.ts'

/** Sends a push that was claimed. */
export type Send = (batch: ClaimedBatch, signal: AbortSignal) => Promise<PushOutcome>

/**
 * Makes what sends pushes with the key of their address: while keys are changed over the store may know
 * any of those that are accepted, so each is tried, the one first that it took last.
 */
export function createSender(push: PushUsage, addresses: ReadonlyMap<string, Address>): Send {
  const lastGood = new Map<string, string>()
  return async ({ site, signer, windows: records }, signal) => {
    const address = addresses.get(signer)
    const form = usageSettings(address).push
    const sendWith = (key: string) => push({ site, form, key, records }, signal)
    if (form === 'old') return sendWith('')
    const keys = keysOf(address, lastGood.get(signer))
    let outcome: PushOutcome = noKey(signer)
    for (const key of keys) {
      outcome = await sendWith(key)
      if (outcome.ok) lastGood.set(signer, key)
      if (outcome.ok || outcome.uncertain || faultOf(outcome) !== 'key') return outcome
    }
    return outcome
  }
}

// The key of the basic interface; an address that has only V1 signs with that one (inferred).
function keysOf(address: Address | undefined, lastGood: string | undefined): string[] {
  const { basic = [], v1 = [] } = address?.keys ?? {}
  const keys = basic.length > 0 ? basic : v1
  return keys.toSorted((one, other) => Number(other === lastGood) - Number(one === lastGood))
}

function noKey(signer: string): PushOutcome {
  return {
    ...{ ok: false, status: undefined, uncertain: false, pauseMs: undefined },
    ...{ code: 'MKT.0102', message: `address ${signer} has no key that signs usage` },
  }
}
