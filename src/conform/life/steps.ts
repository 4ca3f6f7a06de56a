import type { Generation } from '../generations.ts'
import type { Exchange, Members } from '../exchange.ts'
import type { Activity } from '../members.ts'
import type { Seller } from '../seller.ts'
import { mustBeDone } from './outcome.ts'
import type { Subject } from './subject.ts'
import { expiryIn } from './times.ts'

/** A call about a subject, unsigned: made twice it is the same call again. */
export interface Step {
  readonly activity: Activity
  readonly members: Members
}

/** What happens to something that was sold. */
export type StepName =
  | 'renew'
  | 'cancelRenewal'
  | 'turnTrialIntoFormal'
  | 'changeOnRenewal'
  | 'freeze'
  | 'unfreeze'
  | 'expire'
  | 'upgrade'
  | 'query'
  | 'release'

type Wording = readonly [activity: Activity, members?: Members]

// Renewals name no product, since the kind of period stays.
const inScene = (activity: Activity, scene: string): Wording => [
  activity,
  { scene, productId: undefined },
]

const onlineV2 = {
  renew: inScene('refreshInstance', 'RENEWAL'),
  cancelRenewal: inScene('refreshInstance', 'UNSUBSCRIBE_RENEWAL_PERIOD'),
  turnTrialIntoFormal: inScene('refreshInstance', 'TRIAL_TO_FORMAL'),
  freeze: ['updateInstanceStatus', { status: 'FREEZE' }],
  unfreeze: ['updateInstanceStatus', { status: 'UNFREEZE' }],
  query: ['queryInstance'],
  release: ['releaseInstance'],
} as const satisfies Partial<Record<StepName, Wording>>

const renewalV1 = { productId: undefined, trialToFormal: undefined }

const wordings: Readonly<Partial<Record<Generation, Partial<Record<StepName, Wording>>>>> = {
  saasV2: {
    ...onlineV2,
    changeOnRenewal: inScene('refreshInstance', 'RENEWAL_CHANGE'),
    upgrade: ['upgradeInstance'],
  },
  licenseA: onlineV2,
  saasV1: {
    renew: ['refreshInstance', renewalV1],
    cancelRenewal: ['refreshInstance', { ...renewalV1, orderAmount: '-100.125' }],
    turnTrialIntoFormal: ['refreshInstance', { productId: undefined, trialToFormal: '1' }],
    freeze: ['instanceStatus', { instanceStatus: 'FREEZE' }],
    unfreeze: ['instanceStatus', { instanceStatus: 'NORMAL' }],
    expire: ['expireInstance'],
    upgrade: ['upgrade'],
    query: ['queryInstance'],
    release: ['releaseInstance'],
  },
  licenseB: {
    renew: ['refreshLicense'],
    expire: ['expireLicense'],
    release: ['releaseLicense'],
  },
  licenseC: {
    renew: inScene('refreshLicenseCode', 'RENEWAL'),
    cancelRenewal: inScene('refreshLicenseCode', 'UNSUBSCRIBE_RENEWAL_PERIOD'),
    freeze: ['updateLicenseCodeStatus', { status: 'FREEZE' }],
    unfreeze: ['updateLicenseCodeStatus', { status: 'UNFREEZE' }],
    release: ['releaseLicenseCode'],
  },
}

/** True where a generation has such a call. */
export function hasStep(generation: Generation, name: StepName): boolean {
  return wordings[generation]?.[name] !== undefined
}

/** The generations that have such a call. */
export function generationsWith(name: StepName): readonly Generation[] {
  return (Object.keys(wordings) as Generation[]).filter((one) => hasStep(one, name))
}

/** A call about a subject, with an order of its own. Throws Error where the generation has none. */
export function stepOf(
  seller: Seller,
  name: StepName,
  subject: Pick<Subject, 'id' | 'orderId'>,
  overrides: Members = {},
): Step {
  const wording = wordings[seller.generation]?.[name]
  if (wording === undefined) throw new Error(`${seller.generation} has no ${name}`)
  const [activity, members] = wording
  const ids =
    seller.generation === 'licenseC' ? { license: subject.id } : { instanceId: subject.id }
  const own = { ...ids, ...termsOf(seller.generation, name, subject), ...members, ...overrides }
  return { activity, members: seller.valid(activity, own) }
}

// V1 ends what a purchase began, and names its order; a renewal runs two years from now.
function termsOf(generation: Generation, name: StepName, { orderId }: Pick<Subject, 'orderId'>) {
  const isEnd = name === 'expire' || name === 'release'
  if (isEnd) return generation === 'saasV1' || generation === 'licenseB' ? { orderId } : {}
  const isRenewal = ['renew', 'turnTrialIntoFormal', 'changeOnRenewal'].includes(name)
  if (isRenewal) return { expireTime: expiryIn(2 * yearDays, generation) }
  return name === 'cancelRenewal' ? { expireTime: expiryIn(yearDays, generation) } : {}
}

const yearDays = 365

/** Makes a call. */
export function play(seller: Seller, { activity, members }: Step): Promise<Exchange> {
  return seller.call(activity, members)
}

/** Makes a call that a rule builds on. Throws CannotJudge unless it is carried out. */
export async function playWell(seller: Seller, step: Step): Promise<Exchange> {
  return mustBeDone(await play(seller, step))
}
