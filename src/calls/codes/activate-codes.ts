import { findLicenses } from '../../db/license/licenses.ts'
import { brokenOff } from '../../store-api/broken-off.ts'
import type { StoreClient } from '../../store-api/store-client.ts'
import type { Services } from '../services.ts'
import {
  type ActivatedCode,
  type Activation,
  activateCode,
  activatedCode,
  effectOf,
  failedCode,
} from './activate-code.ts'
import type { CodeAt } from './code-at.ts'
import { isOfOneCode } from './is-of-one-code.ts'
import { keepCodes } from './keep-codes.ts'

const atOnce = 4

/**
 * Activates codes (激活授权码), at most 100 of one account: all in one call, and one by one where that is
 * refused. One that is known to be active is not asked for; what is doubtful the store says.
 */
export async function activateCodes(
  codes: readonly CodeAt[],
  given: { readonly store: StoreClient; readonly effectiveTime: Date | undefined },
  services: Services,
): Promise<ActivatedCode[]> {
  const active = await activeOf(codes, services)
  const open = codes.filter(({ licenseId }) => !active.has(licenseId))
  const signal = AbortSignal.timeout(services.limits.codesWithinMs)
  const now = services.now()
  const asked = await activateOpen(open, { ...given, signal, now })
  // Together: who is killed before asks for them again, and hears that they are active.
  await keepCodes(
    asked.flatMap(({ answered }) => answered ?? []),
    now,
    services,
  )
  const found = new Map(asked.map((one) => [one.at, one]))
  return codes.map((at) => found.get(at) ?? { at, outcome: 'already_active', storeCode: null })
}

async function activeOf(codes: readonly CodeAt[], { db, vault }: Services) {
  const ids = codes.map(({ licenseId }) => licenseId)
  const known = await findLicenses(db, vault, ids)
  const active = known.filter(({ activatedAt, phase }) => activatedAt !== null && phase === 'ready')
  return new Set(active.map(({ licenseId }) => licenseId))
}

async function activateOpen(
  open: readonly CodeAt[],
  activation: Activation,
): Promise<ActivatedCode[]> {
  if (open.length < 2) return oneByOne(open, activation)
  const { store, effectiveTime, signal } = activation
  const body = { license_list: open.map(({ code }) => code), ...effectOf(effectiveTime) }
  const result = await brokenOff(store.call('activateLicenses', { body }, { signal }), signal)
  if (result.ok) return open.map((at) => activatedCode(at, result.code, activation))
  // Then none of them is active (inferred).
  if (isOfOneCode(result)) return oneByOne(open, activation)
  return open.map((at) => failedCode(at, result.code))
}

// Once the store does not answer, none of the others is tried.
async function oneByOne(
  codes: readonly CodeAt[],
  activation: Activation,
): Promise<ActivatedCode[]> {
  const done: ActivatedCode[] = []
  const waiting = [...codes]
  let stopped: string | undefined
  const work = async () => {
    for (let at = waiting.shift(); at !== undefined; at = waiting.shift()) {
      const one =
        stopped === undefined ? await activateCode(at, activation) : failedCode(at, stopped)
      if (one.outcome === 'failed') stopped ??= one.storeCode ?? 'unreachable'
      done.push(one)
    }
  }
  await Promise.all(Array.from({ length: atOnce }, work))
  return done
}
