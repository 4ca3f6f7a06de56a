import type { CallsOf } from '../../calls/calls.ts'
import type { Act } from '../message.ts'
import type { Moment } from '../moment.ts'
import type { Offer, PlacedOrder } from '../store-data.ts'
import { beijingTime } from '../../store-time.ts'
import { type CallContext, instanceIdOf, type MakeCall, needed } from './call-context.ts'

type SaasV1 = CallsOf['saasV1']
type LicenseB = CallsOf['licenseB']

/** The calls of SaaS V1. */
export const saasV1Calls = {
  purchase: saasV1(newInstance),
  // The buyer's page and each step of a supervised product are the purchase once more.
  open: saasV1(newInstance),
  accept: saasV1(newInstance),
  query: saasV1(queryInstance),
  renew: saasV1(refreshInstance),
  upgrade: saasV1(upgrade),
  freeze: (context) =>
    context.subject.because === 'expiry'
      ? saasV1(expireInstance)(context)
      : saasV1((one) => instanceStatus(one, 'FREEZE'))(context),
  unfreeze: saasV1((context) => instanceStatus(context, 'NORMAL')),
  release: saasV1(releaseInstance),
} satisfies Partial<Record<Act, MakeCall>>

/** The calls of License 1.0. */
export const licenseBCalls = {
  purchase: licenseB(getLicense),
  renew: licenseB(refreshLicense),
  freeze: licenseB((context) => ({ activity: 'expireLicense', ...endOf(context) })),
  release: licenseB((context) => ({ activity: 'releaseLicense', ...endOf(context) })),
} satisfies Partial<Record<Act, MakeCall>>

function saasV1(membersOf: (context: CallContext) => SaasV1[keyof SaasV1]): MakeCall {
  return (context) => {
    const members = membersOf(context)
    return { generation: 'saasV1', activity: members.activity, members }
  }
}

function licenseB(membersOf: (context: CallContext) => LicenseB[keyof LicenseB]): MakeCall {
  return (context) => {
    const members = membersOf(context)
    return { generation: 'licenseB', activity: members.activity, members }
  }
}

function newInstance(context: CallContext): SaasV1['newInstance'] {
  const order = needed(context.order, 'order')
  const { trialDays } = order.offer
  const { acceptanceTime } = order
  return {
    activity: 'newInstance',
    ...boughtOf(context, order),
    ...contactOf(context),
    ...(order.purpose === 'TRIAL' && trialDays !== undefined && { trialFlag: '1' }),
    ...(acceptanceTime !== undefined && { acceptanceTime: timeOf(acceptanceTime) }),
    orderAmount: String(order.amount),
  }
}

function getLicense(context: CallContext): LicenseB['getLicense'] {
  return { activity: 'getLicense', ...boughtOf(context, needed(context.order, 'order')) }
}

// As the documents number them.
const chargingModes = { ON_DEMAND: '0', PERIOD: '1', ONE_TIME: '3', ON_DEMAND_PKG: '5' } as const

/** What both interfaces tell of a purchase. */
function boughtOf({ businessId, buyer }: CallContext, order: PlacedOrder) {
  const { offer, expireTime, quantity, extendParams } = order
  const { customerId, customerName, userId, userName } = needed(buyer, 'buyer')
  const params = Object.entries(extendParams).map(([name, value]) => ({ name, value }))
  return {
    businessId: businessId(),
    customerId,
    customerName,
    ...(userId !== undefined && { userId }),
    ...(userName !== undefined && { userName }),
    orderId: order.orderId,
    productId: offer.productId,
    skuCode: offer.skuCode,
    chargingMode: chargingModes[offer.chargingMode],
    amount: String(quantity),
    ...(expireTime !== undefined && { expireTime: secondsOf(expireTime) }),
    ...periodOf(order),
    ...(params.length > 0 && { saasExtendParams: base64Of(params) }),
  }
}

function contactOf({ buyer, encryption }: CallContext) {
  const { mobilePhone, email } = needed(buyer, 'buyer')
  return {
    ...(mobilePhone !== undefined && { mobilePhone: encryption.field(mobilePhone) }),
    ...(email !== undefined && { email: encryption.field(email) }),
  }
}

function queryInstance(context: CallContext): SaasV1['queryInstance'] {
  return { activity: 'queryInstance', instanceId: instanceIdOf(context) }
}

function refreshInstance(context: CallContext): SaasV1['refreshInstance'] {
  const order = needed(context.order, 'order')
  return {
    activity: 'refreshInstance',
    ...renewalOf(context, order),
    ...(order.purpose === 'TRIAL_TO_FORMAL' && { trialToFormal: '1' }),
    // Negative where a renewal is cancelled.
    orderAmount: String(order.amount),
  }
}

function refreshLicense(context: CallContext): LicenseB['refreshLicense'] {
  return { activity: 'refreshLicense', ...renewalOf(context, needed(context.order, 'order')) }
}

function renewalOf(context: CallContext, order: PlacedOrder) {
  const present = needed(context.instance, 'instance').offer
  return {
    orderId: order.orderId,
    instanceId: instanceIdOf(context),
    ...(order.offer.periodType !== present.periodType && { productId: order.offer.productId }),
    expireTime: secondsOf(needed(order.expireTime, 'expiry')),
    ...periodOf(order),
  }
}

function periodOf({ offer, periods }: { offer: Offer; periods: number }) {
  const { periodType, chargingMode } = offer
  if (periodType === undefined || chargingMode !== 'PERIOD') return {}
  return { periodType, periodNumber: String(periods) }
}

function upgrade(context: CallContext): SaasV1['upgrade'] {
  const { orderId, offer, quantity } = needed(context.order, 'order')
  const { skuCode, productId } = offer
  const instanceId = instanceIdOf(context)
  return { activity: 'upgrade', instanceId, orderId, skuCode, productId, amount: String(quantity) }
}

function instanceStatus(
  context: CallContext,
  status: SaasV1['instanceStatus']['instanceStatus'],
): SaasV1['instanceStatus'] {
  const instanceId = instanceIdOf(context)
  return { activity: 'instanceStatus', instanceId, instanceStatus: status }
}

function expireInstance(context: CallContext): SaasV1['expireInstance'] {
  return { activity: 'expireInstance', ...endOf(context) }
}

function releaseInstance(context: CallContext): SaasV1['releaseInstance'] {
  return { activity: 'releaseInstance', ...endOf(context) }
}

/** The order is that of the purchase. */
function endOf(context: CallContext): { instanceId: string; orderId: string } {
  const { orderId } = needed(context.purchase, 'purchase')
  return { instanceId: instanceIdOf(context), orderId }
}

function base64Of(value: unknown): string {
  return Buffer.from(JSON.stringify(value)).toString('base64')
}

function timeOf(moment: Moment): string {
  return beijingTime(new Date(moment))
}

function secondsOf(moment: Moment): string {
  return timeOf(moment).slice(0, 14)
}
