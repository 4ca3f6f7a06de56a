import type { SellerSchemas } from '../../../contract/index.ts'
import type { Act } from '../message.ts'
import type { PlacedOrder } from '../store-data.ts'
import { callTime } from '../../store-time.ts'
import { type CallContext, instanceIdOf, type MakeCall, needed } from './call-context.ts'

type Members = SellerSchemas['SaasV2Request'] | SellerSchemas['LicenseARequest']

const scenes = {
  TRIAL_TO_FORMAL: 'TRIAL_TO_FORMAL',
  RENEWAL: 'RENEWAL',
  RENEWAL_CHANGE: 'RENEWAL_CHANGE',
  UNSUBSCRIBE_RENEWAL_PERIOD: 'UNSUBSCRIBE_RENEWAL_PERIOD',
} as const

/** The calls of SaaS V2. */
export const saasV2Calls = {
  ...shared('saasV2'),
  check: called('saasV2', checkOf),
  upgrade: called('saasV2', (context) => ({
    activity: 'upgradeInstance',
    instanceId: instanceIdOf(context),
    ...keyOf(context),
  })),
} satisfies Partial<Record<Act, MakeCall>>

/** The calls of an online license (A), and the application for a license. */
export const licenseACalls = {
  ...shared('licenseA'),
  license: called('licenseA', applicationOf),
} satisfies Partial<Record<Act, MakeCall>>

function shared(generation: 'saasV2' | 'licenseA') {
  const query = called(generation, (context) => ({
    activity: 'queryInstance',
    instanceId: instanceIdOf(context),
  }))
  return {
    purchase: called(generation, (context) => ({
      activity: 'newInstance',
      businessId: context.businessId(),
      ...keyOf(context),
    })),
    poll: query,
    query,
    renew: called(generation, refreshOf),
    freeze: called(generation, (context) => statusOf(context, 'FREEZE')),
    unfreeze: called(generation, (context) => statusOf(context, 'UNFREEZE')),
    release: called(generation, (context) => ({
      activity: 'releaseInstance',
      instanceId: instanceIdOf(context),
      // Only when it was unsubscribed.
      ...(context.order && keyOf(context)),
    })),
  }
}

function called(
  generation: 'saasV2' | 'licenseA',
  membersOf: (context: CallContext) => Members,
): MakeCall {
  return (context) => {
    const members = membersOf(context)
    return { generation, activity: members.activity, members }
  }
}

function keyOf({ order }: CallContext): Pick<PlacedOrder, 'orderId' | 'orderLineId'> {
  const { orderId, orderLineId } = needed(order, 'order')
  return { orderId, orderLineId }
}

function refreshOf(context: CallContext): SellerSchemas['RefreshInstance'] {
  const { purpose, expireTime, offer } = needed(context.order, 'order')
  const present = needed(context.instance, 'instance').offer
  if (!(purpose in scenes)) throw new Error(`no scene of a refresh: ${purpose}`)
  return {
    activity: 'refreshInstance',
    scene: scenes[purpose as keyof typeof scenes],
    instanceId: instanceIdOf(context),
    expireTime: callTime(new Date(needed(expireTime, 'expiry'))),
    // Sent only when the kind of period changes; else the order query tells the product.
    ...(offer.periodType !== present.periodType && { productId: offer.productId }),
    ...keyOf(context),
  }
}

function statusOf(
  context: CallContext,
  status: SellerSchemas['UpdateInstanceStatus']['status'],
): SellerSchemas['UpdateInstanceStatus'] {
  return { activity: 'updateInstanceStatus', instanceId: instanceIdOf(context), status }
}

function checkOf(context: CallContext): SellerSchemas['ChangeInstanceCheck'] {
  const { product, subject } = context
  const { productId, skuCode, productName } = needed(
    product.offers.find((offer) => offer.productId === subject.offer),
    'offer',
  )
  const linearValue = needed(subject.quantity, 'quantity')
  const productInfo = { productId, skuCode, linearValue, productName }
  return { activity: 'changeInstanceCheck', instanceId: instanceIdOf(context), productInfo }
}

function applicationOf(context: CallContext): SellerSchemas['GetLicenseAsyncA'] {
  const { id: eventId, deviceFingerprint } = needed(context.license, 'license')
  const { expireTime } = needed(context.instance, 'instance')
  return {
    activity: 'getLicenseAsync',
    instanceId: instanceIdOf(context),
    eventId,
    effectiveTime: licenseTime(context.now),
    ...(expireTime !== undefined && { expireTime: licenseTime(new Date(expireTime)) }),
    ...(deviceFingerprint !== undefined && { deviceFingerprint }),
  }
}

/** As the sample has it: `2023-10-27 10:30:15 z`. */
function licenseTime(moment: Date): string {
  return `${moment.toISOString().slice(0, 19).replace('T', ' ')} z`
}
