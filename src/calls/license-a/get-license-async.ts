import type { SellerSchemas } from '../../contract/index.ts'
import { findInstance } from '../../db/instance/instances.ts'
import { findLicense } from '../../db/license/licenses.ts'
import { findOrders } from '../../db/order/orders.ts'
import { isDeviceBound } from '../../ports/licensing.ts'
import { type Envelope, answer, refused, success } from '../../domain/answer.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import {
  type License,
  type LicenseResult,
  completed,
  newLicense,
} from '../../domain/license/license.ts'
import { parseLicenseTime } from '../../domain/license/license-time.ts'
import { Refusal, unknownInstance } from '../../domain/refusal.ts'
import { issueByAsk } from '../asks/license-by-ask.ts'
import { isAsked } from '../asks/open-ask.ts'
import { type Call, originOf } from '../call.ts'
import type { Handler, CallResult } from '../handler.ts'
import { usable } from '../instance-access.ts'
import type { Services } from '../services.ts'
import { uploadOf } from '../licensing/change-license.ts'
import { licenseIdOf } from '../licensing/license-id.ts'
import { type IssueInput, issueWithTimeout } from '../licensing/issue-with-timeout.ts'

type GetLicenseAsync = SellerSchemas['GetLicenseAsyncA']

/**
 * Makes the license of an application once: the same event and fingerprint get the same license,
 * which is uploaded and never answered. A license that was refused is tried again.
 */
export const getLicenseAsync: Handler<'licenseA', 'getLicenseAsync'> = async (call, services) => {
  const { eventId, instanceId, deviceFingerprint = '' } = call.body
  const scope = { ...originOf(call), family: 'license-a' } as const
  const licenseId = licenseIdOf(scope, [eventId, deviceFingerprint], services.vault)
  const times = timesOf(call.body)
  const [known, found] = await Promise.all([
    findLicense(services.db, services.vault, licenseId),
    findInstance(services.db, services.vault, instanceId),
  ])
  if (known?.phase === 'ready') return { answer: success(), licenseId }
  const instance = usable(found, call)
  const refusal = call.test ? undefined : await refusalOf(call, instance, services)
  if (refusal !== undefined) {
    const isRepeat = known?.phase === 'provisioning' && refusal.code === '000003'
    return { answer: isRepeat ? success() : refused(refusal), licenseId }
  }
  const license =
    known ?? newLicense(firstCallOf(call, { licenseId, ...times, instance }), call.now)
  if (instance !== undefined && isAsked(call, services)) {
    return issueByAsk({ license, instance, present: presentState }, call, services)
  }
  const { result, afterCommit } = await issueWithTimeout(
    issueInputOf(call, license, instance),
    call,
    services,
  )
  return { ...withResult(license, known, result, call.now), ...(afterCommit && { afterCommit }) }
}

function withResult(
  license: License,
  known: License | undefined,
  result: LicenseResult,
  now: Date,
): CallResult {
  const isSame = known?.phase === 'provisioning' && result.outcome === 'pending'
  if (isSame) return { answer: presentState(known), licenseId: known.licenseId }
  const next = completed(license, result, now)
  return {
    answer: presentState(next),
    license: next,
    before: { license: known },
    uploadLicense: uploadOf(known, next),
  }
}

function presentState({ phase, failure }: License): Envelope {
  if (phase === 'provisioning') return answer('000004', 'the license is being issued')
  if (phase === 'failed' && failure) return answer(failure.code, failure.reason)
  return success()
}

/** Our own checks; a test call passes them all. */
async function refusalOf(
  { body, address }: Call<GetLicenseAsync>,
  instance: Instance | undefined,
  services: Services,
): Promise<Refusal | undefined> {
  const { eventId, expireTime, deviceFingerprint } = body
  if (instance === undefined) return unknownInstance()
  // It would open nothing.
  if (instance.frozen) return new Refusal('000901', 'the instance is frozen')
  // No path can be built of these: the license could never be uploaded.
  if (eventId === '.' || eventId === '..') return new Refusal('000002', 'eventId is not an id')
  if (expireTime === undefined && (await isByPeriod(instance, services))) {
    return new Refusal('000902', 'expireTime is missing')
  }
  const isBound = isDeviceBound(address.product.licenseTemplate ?? '')
  if (isBound && deviceFingerprint === undefined) {
    return new Refusal('000903', 'deviceFingerprint is missing')
  }
  return undefined
}

/** Whether an order of the instance is known to be sold by the period (包周期). */
async function isByPeriod(instance: Instance, { db }: Services): Promise<boolean> {
  const { site, address, test, orderId, orderLineId, latestOrderId, latestOrderLineId } = instance
  const orders = await findOrders(db, [
    { site, address, test, orderId, orderLineId },
    { site, address, test, orderId: latestOrderId, orderLineId: latestOrderLineId },
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

function firstCallOf(call: Call<GetLicenseAsync>, known: Known) {
  const { body } = call
  const { instance, ...rest } = known
  return {
    ...rest,
    ...originOf(call),
    family: 'license-a',
    instanceId: body.instanceId,
    orderId: instance?.orderId ?? null,
    orderLineId: instance?.orderLineId ?? null,
    eventId: body.eventId,
    productId: instance?.productId ?? null,
    madeFor: body.deviceFingerprint ?? null,
  } as const
}

function issueInputOf(
  { test, body }: Call<GetLicenseAsync>,
  license: License,
  instance: Instance | undefined,
): IssueInput {
  const { licenseId, orderId, productId, eventId, effectiveTime, expireTime } = license
  return {
    licenseId,
    request: {
      family: 'license-a',
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
