import { randomUUID } from 'node:crypto'
import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { findLicense } from '../../db/license/licenses.ts'
import { type Answer, answer, success } from '../../domain/answer.ts'
import { type ExtendParam, readExtendParams } from '../../domain/order/extend-params.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { type Provisioned, provision, purchase } from '../../domain/instance/life-cycle.ts'
import { type License, type Made, completed, firstSeen } from '../../domain/license/license.ts'
import { type Ask, type Decide, claimOf } from '../call.ts'
import { purchaseEvents } from '../instance-events.ts'
import { licenseIdOf } from '../licensing/license-id.ts'
import { type Making, makeInTime } from '../licensing/issue-with-timeout.ts'
import type { Services } from '../services.ts'
import { extendParamsField, timeField } from '../v1-fields.ts'
import { orderOf } from './order-of.ts'

type GetLicense = SellerSchemas['GetLicenseB']

/** An instance of License 1.0 and its license, which live and change together. */
interface Bought {
  readonly instance: Instance
  readonly license: License
}

/**
 * Makes the license of an order once and answers with it; a repeat gets the same one. License 1.0
 * knows no asynchronous answer: what is not made in time is 000004, which the store counts as a
 * failure and calls again, hourly for three hours, and then finds it.
 */
export const getLicense: Decide<GetLicense> = async (ask, services) => {
  const scope = { address: ask.address.name, family: 'license-v1', test: ask.test } as const
  const licenseId = licenseIdOf(scope, [ask.body.orderId], services.vault)
  const params = paramsOf(ask)
  const known = await findBought(licenseId, services)
  if (known !== undefined && isSettled(known.license)) {
    return { answer: presentState(known), licenseId }
  }
  const bought = known ?? buy(ask, licenseId, params)
  const { result: made, afterwards } = await makeInTime(makingOf(ask, bought), ask, services)
  const later = afterwards && { afterwards }
  const isSame = known?.license.phase === 'provisioning' && made.outcome === 'pending'
  if (isSame) return { answer: presentState(known), licenseId, ...later }
  const next = withResult(bought, made, services.now())
  const events = purchaseEvents(known === undefined, next.instance)
  const outcome = { ...next, answer: presentState(next), events, ...later }
  if (known !== undefined) return outcome
  const claim = claimOf(ask, 'getLicense', [ask.body.orderId])
  return {
    ...outcome,
    claim: { ...claim, instanceId: next.instance.instanceId },
    // Orders do not tell test from real: what a test call says of its order is not kept.
    ...(!ask.test && { order: orderOf(ask, params, services) }),
  }
}

async function findBought(licenseId: string, { db, vault }: Services): Promise<Bought | undefined> {
  const license = await findLicense(db, vault, licenseId)
  if (license === undefined) return undefined
  const instance = await findInstance(db, vault, license.instanceId ?? '')
  if (instance === undefined) throw new Error(`license ${licenseId} has no instance`)
  return { license, instance }
}

function isSettled({ phase }: License): boolean {
  return phase === 'ready' || phase === 'released'
}

function paramsOf({ body, test }: Ask<GetLicense>): readonly ExtendParam[] {
  const { saasExtendParams } = body
  if (test) return readExtendParams(saasExtendParams ?? '') ?? []
  return extendParamsField(saasExtendParams)
}

// Debug cases reuse typed ids. That another claim has taken the businessId shows at the commit too,
// and then the instance gets an id of its own.
function buy(ask: Ask<GetLicense>, licenseId: string, params: readonly ExtendParam[]): Bought {
  const { businessId, orderId, productId, expireTime } = ask.body
  const { test, now } = ask
  const instanceId = ask.attempt === 1 ? businessId : randomUUID()
  const sold = {
    address: ask.address.name,
    family: 'license-v1',
    test,
    orderId,
    instanceId,
    productId,
    expireTime: expireTime === undefined ? null : timeField('expireTime', expireTime),
  } as const
  return {
    instance: purchase({ ...sold, businessId, orderLineId: '' }, now),
    license: firstSeen({ ...sold, licenseId, madeFor: identificationCodeIn(params) }, now),
  }
}

function withResult({ instance, license }: Bought, made: Made, now: Date): Bought {
  return {
    instance: provision(instance, provisionedBy(made), now),
    license: completed(license, made, now),
  }
}

function provisionedBy(made: Made): Provisioned {
  return made.outcome === 'ready' ? { outcome: 'ready', appInfo: null } : made
}

function presentState({ license, instance: { instanceId } }: Bought): Answer {
  const { phase, failure, content } = license
  if (content !== null && 'text' in content) return success({ license: content.text, instanceId })
  if (phase === 'provisioning') return answer('000004', 'the license is being made')
  if (phase === 'failed' && failure) return answer(failure.code, failure.reason)
  return answer('000003', 'the license was released before it was made')
}

function makingOf({ test }: Ask<GetLicense>, { instance, license }: Bought): Making {
  const { instanceId, frozen, orderId, productId, expireTime } = instance
  return {
    licenseId: license.licenseId,
    ask: {
      family: 'license-v1',
      test,
      instanceId,
      frozen,
      orderId,
      productId,
      eventId: null,
      deviceFingerprint: null,
      identificationCode: license.madeFor,
      effectiveTime: null,
      expireTime,
    },
  }
}

function identificationCodeIn(params: readonly ExtendParam[]): string | null {
  return params.find(({ name }) => name === 'identificationCode')?.value ?? null
}
