import { lengths } from '../../contract/index.ts'
import type { Failure, InstanceFamily, Phase } from '../instance/instance.ts'
import { type Renewal, renew } from '../instance/life-cycle.ts'
import type { ResultCode } from '../refusal.ts'

/** Families whose licenses are kept: online (A), License 1.0 (B), and the codes of License 2.0 (C). */
export type LicenseFamily = Extract<InstanceFamily, 'license-a' | 'license-b'> | 'license-c'

/** Whether and how the store has it: only a license of A is uploaded. */
export type UploadState = 'none' | 'waiting' | 'done' | 'refused'

/** How a code stands that was activated, as the store says. */
export type ActiveCodeStatus = 'alive' | 'expired' | 'released'

/** A license as it is handed over: a text, or a file. */
export type LicenseContent =
  | { readonly text: string }
  | { readonly fileName: string; readonly bytes: Buffer }

/** What making a license came to. */
export type LicenseResult =
  | { readonly outcome: 'ready'; readonly content: LicenseContent }
  | { readonly outcome: 'pending' }
  | { readonly outcome: 'refused'; readonly failure: Failure }

/** A license (授权): made for an application (A) or an order (B), or a code that the store made (C). */
export interface License {
  /** The keyed hash of what tells a repeat. */
  readonly licenseId: string
  /** Where it belongs, wherever the store calls about it. */
  readonly site: string
  /** The production address that was called last about it; of a test license the one that made it. */
  readonly address: string
  readonly family: LicenseFamily
  readonly test: boolean
  readonly instanceId: string | null
  /** The order that bought it; of a code the last one that was applied, none before that. */
  readonly orderId: string | null
  readonly orderLineId: string | null
  /** The store's number of the application (A), under which it is uploaded. */
  readonly eventId: string | null
  readonly productId: string | null
  readonly phase: Phase
  readonly frozen: boolean
  readonly frozenAfterExpiry: boolean
  readonly effectiveTime: Date | null
  readonly expireTime: Date | null
  /** What it is bound to: the fingerprint of a device (A), or the buyer's identification code (B). */
  readonly madeFor: string | null
  /** The code (C). */
  readonly code: string | null
  /** When it was activated at the store, as far as that is known (C). */
  readonly activatedAt: Date | null
  /** What the store said of it when it was asked last (C). */
  readonly codeStatus: ActiveCodeStatus | null
  readonly content: LicenseContent | null
  readonly failure: Failure | null
  /** The store's last code stands beside the state, if it has answered. */
  readonly upload: { readonly state: UploadState; readonly code: string | null }
  /** Counts the changes; a write that does not follow its predecessor is a conflict and is retried. */
  readonly version: number
  readonly createdAt: Date
  readonly updatedAt: Date
}

/** What tells one license from another, and what its first call told of it. */
export type FirstCall = Pick<License, 'licenseId' | 'site' | 'address' | 'family' | 'test'> &
  Partial<License>

/** A license of which nothing is stored yet: version 0. A code was made by the store and is ready. */
export function newLicense(call: FirstCall, now: Date): License {
  return {
    instanceId: null,
    orderId: null,
    orderLineId: null,
    eventId: null,
    productId: null,
    phase: call.family === 'license-c' ? 'ready' : 'provisioning',
    frozen: false,
    frozenAfterExpiry: false,
    effectiveTime: null,
    expireTime: null,
    madeFor: null,
    code: null,
    activatedAt: null,
    codeStatus: null,
    content: null,
    failure: null,
    upload: { state: 'none', code: null },
    version: 0,
    createdAt: now,
    updatedAt: now,
    ...call,
  }
}

/** The first version, when a code is taken in by a call that changes nothing of it. */
export function register(license: License): License {
  return license.version === 0 ? { ...license, version: 1 } : license
}

/** The result of making it; dropped when the license was released or made meanwhile. */
export function completed(license: License, result: LicenseResult, now: Date): License {
  const isOpen = license.phase === 'provisioning' || license.phase === 'failed'
  return isOpen ? withContent(license, result, now) : license
}

/** Sets what it is, also in place of one that the store refused. */
export function withContent(license: License, result: LicenseResult, now: Date): License {
  const next = { ...license, version: license.version + 1, updatedAt: now }
  switch (result.outcome) {
    case 'ready':
      return {
        ...next,
        phase: 'ready',
        content: result.content,
        failure: null,
        upload: { state: isUploaded(license) ? 'waiting' : 'none', code: null },
      }
    case 'pending':
      return { ...next, phase: 'provisioning', failure: null }
    case 'refused':
      return { ...next, phase: 'failed', failure: result.failure }
  }
}

/** Test licenses belong to no buyer, and those of B leave in the answer. */
function isUploaded({ family, test }: License): boolean {
  return family === 'license-a' && !test
}

/** What the store answered to the upload. */
export function uploaded(license: License, upload: License['upload'], now: Date): License {
  return { ...license, upload, version: license.version + 1, updatedAt: now }
}

/** Sets the absolute expiry of a code, and notes the order. */
export function refreshCode(
  license: License,
  call: Renewal & { readonly orderId: string; readonly orderLineId: string },
  now: Date,
): License {
  const { orderId, orderLineId } = call
  return { ...renew(license, call, now), orderId, orderLineId }
}

/**
 * What making came to, as the family can use it: License 1.0 answers with a text and has no codes
 * of applications, and nothing is no license.
 */
export function usable(result: LicenseResult, family: LicenseFamily): LicenseResult {
  if (result.outcome === 'pending') return result
  if (result.outcome === 'ready') {
    const fault = faultOf(result.content, family)
    return fault === undefined ? result : unusable('000005', fault)
  }
  const { code, reason } = result.failure
  if (family !== 'license-b') return result
  return unusable(codesOfB.get(code) ?? code, reason)
}

const codesOfB: ReadonlyMap<ResultCode, ResultCode> = new Map<ResultCode, ResultCode>([
  ['000900', '000100'],
  ['000901', '000005'],
])

/** Why a content cannot be a license of the family; undefined if it can. */
export function faultOf(content: LicenseContent, family: LicenseFamily): string | undefined {
  if ('text' in content) {
    if (content.text === '') return 'the license is empty'
    const isTooLong = family === 'license-b' && content.text.length > lengths.licenseB
    return isTooLong ? `the license is longer than ${lengths.licenseB} characters` : undefined
  }
  if (content.bytes.length === 0) return 'the license is empty'
  return family === 'license-b' ? 'License 1.0 takes a text, no file' : undefined
}

function unusable(code: ResultCode, reason: string): LicenseResult {
  return { outcome: 'refused', failure: { code, reason } }
}
