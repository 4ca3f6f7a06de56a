import type { SellerSchemas } from '../../contract/index.ts'
import { type Renewal, refresh, renew } from '../../domain/instance/life-cycle.ts'
import { applyOnce } from '../instance-access.ts'
import { refreshEvents } from '../instance-events.ts'
import { timeField } from '../v1-fields.ts'
import { termsOfV1 } from '../v1-terms.ts'
import { licenseOfInstance } from './license-of-instance.ts'

type RefreshLicense = SellerSchemas['RefreshLicenseB']

/** Sets a new expiry, once for each order; an expiry ahead ends the freeze. */
export const refreshLicense = applyOnce<RefreshLicense>(
  ({ orderId }) => [orderId],
  async (instance, { body, now }, services) => {
    const { orderId } = body
    const renewal = renewalOf(body)
    const order = { ...renewal, orderId, orderLineId: '', told: termsOfV1(body) }
    const next = refresh(instance, order, now)
    const license = await licenseOfInstance(instance, services)
    return {
      instance: next,
      before: { license },
      license: license && renew(license, renewal, now),
      events: refreshEvents(instance, next, { orderId }),
    }
  },
)

function renewalOf({ expireTime, productId }: RefreshLicense): Renewal {
  const time = timeField('expireTime', expireTime)
  return { role: 'renewal', expireTime: time, productId, unfreezesAlways: true }
}
