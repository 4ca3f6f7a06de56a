import type { SellerSchemas } from '../../../contract/index.ts'
import {
  changeCheckBody,
  instanceStatusBody,
  newInstanceBody,
  queryInstanceBody,
  type Refresh,
  refreshInstanceBody,
  releaseInstanceBody,
  upgradeInstanceBody,
} from '../../calls/bodies-v2.ts'
import { licenseTime } from '../../store-time.ts'
import type { Act } from '../message.ts'
import { type CallContext, instanceIdOf, type MakeCall, needed } from './call-context.ts'

type Members = SellerSchemas['SaasV2Request'] | SellerSchemas['LicenseARequest']

const scenes: Readonly<Partial<Record<string, Refresh['scene']>>> = {
  TRIAL_TO_FORMAL: 'TRIAL_TO_FORMAL',
  RENEWAL: 'RENEWAL',
  RENEWAL_CHANGE: 'RENEWAL_CHANGE',
  UNSUBSCRIBE_RENEWAL_PERIOD: 'UNSUBSCRIBE_RENEWAL_PERIOD',
}

/** The calls of SaaS V2. */
export const saasV2Calls = {
  ...shared('saasV2'),
  check: called('saasV2', checkOf),
  upgrade: called('saasV2', (context) =>
    upgradeInstanceBody(instanceIdOf(context), needed(context.order, 'order')),
  ),
} satisfies Partial<Record<Act, MakeCall>>

/** The calls of an online license (A), and the application for a license. */
export const licenseACalls = {
  ...shared('licenseA'),
  license: called('licenseA', applicationOf),
} satisfies Partial<Record<Act, MakeCall>>

function shared(generation: 'saasV2' | 'licenseA') {
  const query = called(generation, (context) => queryInstanceBody(instanceIdOf(context)))
  return {
    purchase: called(generation, (context) =>
      newInstanceBody(needed(context.order, 'order'), context.businessId()),
    ),
    poll: query,
    query,
    renew: called(generation, refreshOf),
    freeze: called(generation, (context) => instanceStatusBody(instanceIdOf(context), 'FREEZE')),
    unfreeze: called(generation, (context) =>
      instanceStatusBody(instanceIdOf(context), 'UNFREEZE'),
    ),
    // There is an order only when it was unsubscribed.
    release: called(generation, (context) =>
      releaseInstanceBody(instanceIdOf(context), context.order),
    ),
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

function refreshOf(context: CallContext): SellerSchemas['RefreshInstance'] {
  const order = needed(context.order, 'order')
  return refreshInstanceBody(instanceIdOf(context), {
    scene: needed(scenes[order.purpose], 'scene'),
    order,
    product: order.offer,
    present: needed(context.instance, 'instance').offer,
    expireTime: new Date(needed(order.expireTime, 'expiry')),
  })
}

function checkOf(context: CallContext): SellerSchemas['ChangeInstanceCheck'] {
  const { product, subject } = context
  const offer = product.offers.find(({ productId }) => productId === subject.offer)
  const quantity = needed(subject.quantity, 'quantity')
  return changeCheckBody(instanceIdOf(context), needed(offer, 'offer'), quantity)
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
