import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { findLicense } from '../../db/license/licenses.ts'
import { findOrders } from '../../db/order/orders.ts'
import { isDeviceBound } from '../../ports/licensing.ts'
import { type Answer, answer, refused, success } from '../../domain/answer.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { type License, type Made, completed, firstSeen } from '../../domain/license/license.ts'
import { parseLicenseTime } from '../../domain/license/license-time.ts'
import { Refusal, unknownInstance } from '../../domain/refusal.ts'
import type { Ask, Decide, Outcome } from '../call.ts'
import { isOwn } from '../instance-access.ts'
import type { Services } from '../services.ts'
import { uploadOf } from '../licensing/complete-license.ts'
import { licenseIdOf } from '../licensing/license-id.ts'
import { type Making, makeInTime } from '../licensing/issue-with-timeout.ts'

type GetLicenseAsync = SellerSchemas['GetLicenseAsyncA']

/**
 * Makes the license of an application once: the same event and fingerprint get the same license,
 * which is uploaded and never answered. A license that was refused is tried again.
 */
export const getLicenseAsync: Decide<GetLicenseAsync> = async (ask, services) => {
  const { eventId, instanceId, deviceFingerprint = '' } = ask.body
  const scope = { address: ask.address.name, family: 'license', test: ask.test } as const
  const licenseId = licenseIdOf(scope, [eventId, deviceFingerprint], services.vault)
  const times = timesOf(ask.body)
  const [known, found] = await Promise.all([
    findLicense(services.db, services.vault, licenseId),
    findInstance(services.db, services.vault, instanceId),
  ])
  if (known?.phase === 'ready') return { answer: success(), licenseId }
  const instance = found && isOwn(found, ask) ? found : undefined
  const refusal = ask.test ? undefined : await refusalOf(ask, instance, services)
  if (refusal !== undefined) {
    const isRepeat = known?.phase === 'provisioning' && refusal.code === '000003'
    return { answer: isRepeat ? success() : refused(refusal), licenseId }
  }
  const license = known ?? firstSeen(firstCallOf(ask, { licenseId, ...times, instance }), ask.now)
  const { result: made, afterwards } = await makeInTime(
    makingOf(ask, license, instance),
    ask,
    services,
  )
  return { ...withResult(license, known, made, ask.now), ...(afterwards && { afterwards }) }
}

function withResult(license: License, known: License | undefined, made: Made, now: Date): Outcome {
  const isSame = known?.phase === 'provisioning' && made.outcome === 'pending'
  if (isSame) return { answer: presentState(known), licenseId: known.licenseId }
  const next = completed(license, made, now)
  return { answer: presentState(next), license: next, uploadLicense: uploadOf(known, next) }
}

function presentState({ phase, failure }: License): Answer {
  if (phase === 'provisioning') return answer('000004', 'the license is being made')
  if (phase === 'failed' && failure) return answer(failure.code, failure.reason)
  return success()
}

/** Our own checks; a test call passes them all. */
async function refusalOf(
  { body, address }: Ask<GetLicenseAsync>,
  instance: Instance | undefined,
  services: Services,
): Promise<Refusal | undefined> {
  const { eventId, expireTime, deviceFingerprint } = body
  if (instance === undefined) return unknownInstance()
  // No path can be built of these: the license could never be uploaded.
  if (eventId === '.' || eventId === '..') return new Refusal('000002', 'eventId is not an id')
  if (expireTime === undefined && (await isByPeriod(instance, services))) {
    return new Refusal('000902', 'expireTime is missing')
  }
  const isBound = isDeviceBound(address.product.licenseTemplate)
  if (isBound && deviceFingerprint === undefined) {
    return new Refusal('000903', 'deviceFingerprint is missing')
  }
  return undefined
}

/** Whether an order of the instance is known to be sold by the period (包周期). */
async function isByPeriod(instance: Instance, { db }: Services): Promise<boolean> {
  const { address, orderId, orderLineId, latestOrderId, latestOrderLineId } = instance
  const orders = await findOrders(db, [
    { address, orderId, orderLineId },
    { address, orderId: latestOrderId, orderLineId: latestOrderLineId },
  ])
  return orders.some(({ charging_mode }) => charging_mode === 'PERIOD')
}

interface Times {
  readonly effectiveTime: Date
  readonly expireTime: Date | null
}

function timesOf({ effectiveTime, expireTime }: GetLicenseAsync): Times {
  return {
    effectiveTime: timeOf('effectiveTime', effectiveTime),
    expireTime: expireTime === undefined ? null : timeOf('expireTime', expireTime),
  }
}

function timeOf(field: string, text: string): Date {
  const time = parseLicenseTime(text)
  if (time === undefined) throw new Refusal('000002', `${field} is not a valid date`)
  return time
}

interface Known extends Times {
  readonly licenseId: string
  readonly instance: Instance | undefined
}

function firstCallOf({ address, test, body }: Ask<GetLicenseAsync>, known: Known) {
  const { instance, ...rest } = known
  return {
    ...rest,
    address: address.name,
    family: 'license',
    test,
    instanceId: body.instanceId,
    orderId: instance?.orderId ?? null,
    orderLineId: instance?.orderLineId ?? null,
    eventId: body.eventId,
    productId: instance?.productId ?? null,
    madeFor: body.deviceFingerprint ?? null,
  } as const
}

function makingOf(
  { test, body }: Ask<GetLicenseAsync>,
  license: License,
  instance: Instance | undefined,
): Making {
  const { licenseId, orderId, productId, eventId, effectiveTime, expireTime } = license
  return {
    licenseId,
    ask: {
      family: 'license',
      test,
      instanceId: license.instanceId ?? body.instanceId,
      frozen: instance?.frozen ?? false,
      orderId,
      productId,
      eventId,
      deviceFingerprint: license.madeFor,
      identificationCode: null,
      effectiveTime,
      expireTime,
    },
  }
}
