import type { CallsOf } from '../../calls/calls.ts'
import type { Act } from '../message.ts'
import { orderTime } from '../../store-time.ts'
import { type CallContext, type MakeCall, needed } from './call-context.ts'

type LicenseC = CallsOf['licenseC']

/** The calls about a license code (授权码), which the store made itself: there is none for a purchase. */
export const licenseCCalls = {
  renew: called(refreshOf),
  freeze: called((context) => statusOf(context, 'FREEZE')),
  unfreeze: called((context) => statusOf(context, 'UNFREEZE')),
  release: called(releaseOf),
} satisfies Partial<Record<Act, MakeCall>>

function called(membersOf: (context: CallContext) => LicenseC[keyof LicenseC]): MakeCall {
  return (context) => {
    const members = membersOf(context)
    return { generation: 'licenseC', activity: members.activity, members }
  }
}

function codeOf({ instance }: CallContext): string {
  return needed(needed(instance, 'instance').license, 'code')
}

function refreshOf(context: CallContext): LicenseC['refreshLicenseCode'] {
  const { purpose, orderId, orderLineId, expireTime, offer } = needed(context.order, 'order')
  const present = needed(context.instance, 'instance').offer
  return {
    activity: 'refreshLicenseCode',
    scene: purpose === 'UNSUBSCRIBE_RENEWAL_PERIOD' ? purpose : 'RENEWAL',
    license: codeOf(context),
    orderId,
    orderLineId,
    ...(offer.periodType !== present.periodType && { productId: offer.productId }),
    expireTime: orderTime(new Date(needed(expireTime, 'expiry'))),
  }
}

function statusOf(
  context: CallContext,
  status: LicenseC['updateLicenseCodeStatus']['status'],
): LicenseC['updateLicenseCodeStatus'] {
  return { activity: 'updateLicenseCodeStatus', license: codeOf(context), status }
}

function releaseOf(context: CallContext): LicenseC['releaseLicenseCode'] {
  const { order } = context
  const ids = order && { orderId: order.orderId, orderLineId: order.orderLineId }
  return { activity: 'releaseLicenseCode', license: codeOf(context), ...ids }
}
