import type { SellerSchemas } from '../../contract/index.ts'
import { isClaimed } from '../../db/claim/claims.ts'
import { success } from '../../domain/answer.ts'
import { roleOfScene } from '../../domain/instance/applied-order.ts'
import type { Renewal } from '../../domain/instance/life-cycle.ts'
import { isInDoubt } from '../../domain/instance/scenes.ts'
import { type License, refreshCode } from '../../domain/license/license.ts'
import { Refusal } from '../../domain/refusal.ts'
import { parseStoreTime } from '../../domain/time/store-time.ts'
import { raiseAlarm } from '../alarms.ts'
import { type Call, claimOf } from '../call.ts'
import type { Handler } from '../handler.ts'
import { orderToFetch } from '../order-to-fetch.ts'
import { findCode, releasedAnswer } from './find-code.ts'

type RefreshLicenseCode = SellerSchemas['RefreshLicenseCodeC']

/** Sets a new expiry of a code, once for each order line and scene. */
export const refreshLicenseCode: Handler<'licenseC', 'refreshLicenseCode'> = async (
  call,
  services,
) => {
  const { orderId, orderLineId, scene } = call.body
  const renewal = renewalOf(call.body)
  const license = await findCode(call, services)
  const { licenseId } = license
  // The id and not the code: claims are kept in the clear.
  const claim = claimOf(call, 'refreshLicenseCode', [licenseId, orderId, orderLineId, scene])
  if (await isClaimed(services.db, claim)) return { answer: success(), licenseId }
  if (license.phase === 'released') return releasedAnswer(call, license)
  const applied = {
    answer: success(),
    claim: { ...claim, instanceId: null },
    // The order of a code completes no instance.
    fetchOrder: orderToFetch(call, null, call.body.productId !== undefined),
  }
  if (isInDoubt(license, { ...renewal, scene })) return { ...applied, ...kept(license, call) }
  return {
    ...applied,
    before: { license },
    license: refreshCode(license, { ...renewal, orderId, orderLineId }, call.now),
  }
}

// A code has no attention of its own.
function kept({ licenseId }: License, { body }: Call<RefreshLicenseCode>) {
  const { orderId, scene } = body
  const text = `order ${orderId}: scene ${scene} is unknown and its expiry earlier than the present one, which was kept`
  return { licenseId, alarms: [raiseAlarm('license.expiry', `license:${licenseId}`, text)] }
}

// No zone is stated; UTC is inferred from SaaS V2.
function renewalOf({ expireTime, productId, scene }: RefreshLicenseCode): Renewal {
  const time = parseStoreTime(expireTime)
  if (time === undefined) throw new Refusal('000002', 'expireTime is not a valid date')
  return { role: roleOfScene(scene), expireTime: time, productId }
}
