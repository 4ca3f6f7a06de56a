import { randomUUID } from 'node:crypto'
import type { AnyCall, Generation } from '../../src/simulator/calls/calls.ts'
import type { Encryption } from '../../src/simulator/calls/encryption.ts'
import type { ResultCode } from '../../src/simulator/calls/result-codes.ts'
import { newOrder } from './store.ts'

/** One call of a life. */
export interface Step {
  readonly call: AnyCall
  /** The one code that the store must get. */
  readonly code: ResultCode
  /** Buys: its answer tells the instance, and so does every repeat. */
  readonly buys: boolean
}

/** What a life has come to, as the management API has to show it. */
export interface Ending {
  readonly family: Generation
  /** The list that shows it, and by what it is found there. */
  readonly path: string
  readonly shown: Readonly<Record<string, unknown>>
}

/** What the store does in the life of one sale, in its order; `instanceId` is '' until it is bought. */
export interface Life {
  readonly family: Generation
  readonly steps: readonly ((instanceId: string) => Step)[]
  readonly ending: (instanceId: string) => Omit<Ending, 'family'>
}

type Members = Readonly<Record<string, unknown>>

const expiry = { bought: '2031', renewed: '2032', changed: '2033' } as const
const time = (year: string) => `${year}0615120000`
// 17 digits of V2 are UTC; the 14 of V1 are Beijing's.
const utc = (year: string) => `${year}-06-15T12:00:00.000Z`
const beijing = (year: string) => `${year}-06-15T04:00:00.000Z`

const released = '000003'

/** The ways to sell that the version before has too. */
export type SoldGeneration = keyof typeof lives

/** A life of one of them, released at its end or not. */
export function lifeOf(sold: SoldGeneration, isReleased: boolean, encryption: Encryption): Life {
  return lives[sold]({ isReleased, encryption })
}

interface Kind {
  readonly isReleased: boolean
  readonly encryption: Encryption
}

const lives = {
  saasV2: (kind) => lifeOfV2('saasV2', kind),
  licenseA: (kind) => lifeOfV2('licenseA', kind),
  saasV1: lifeOfV1,
  licenseB: lifeOfB,
  licenseC: lifeOfC,
  orders: lifeOfNotice,
  kitV1: (kind) => lifeOfTenant('kitV1', kind),
  kitV2: (kind) => lifeOfTenant('kitV2', kind),
} satisfies Readonly<Partial<Record<Generation, (kind: Kind) => Life>>>

export const soldGenerations = Object.keys(lives) as readonly SoldGeneration[]

type Make = Life['steps'][number]

/** Makes a step of the members that its instance's id completes. */
function stepsOf(family: Generation) {
  const step =
    (
      activity: string,
      members: (instanceId: string) => Members,
      code: ResultCode = '000000',
    ): Make =>
    (instanceId) => ({
      call: { generation: family, activity, members: { activity, ...members(instanceId) } },
      code,
      buys: activity === 'newInstance' || activity === 'getLicense',
    })
  const about = (activity: string, members: Members = {}, code?: ResultCode): Make =>
    step(activity, (instanceId) => ({ instanceId, ...members }), code)
  return { step, about }
}

function lifeOfV2(family: 'saasV2' | 'licenseA', { isReleased }: Kind): Life {
  const { step, about } = stepsOf(family)
  const [bought, renewal, change, upgrade, late] = orders()
  const renew = (scene: string, year: string, order: Members, productId: string) =>
    ['refreshInstance', { scene, expireTime: time(year), productId, ...order }] as const
  return {
    family,
    steps: [
      step('newInstance', () => ({ businessId: randomUUID(), ...bought })),
      about('queryInstance'),
      about(...renew('RENEWAL', expiry.renewed, renewal, 'product-1')),
      about('updateInstanceStatus', { status: 'FREEZE' }),
      about('upgradeInstance', upgrade),
      ...(family === 'licenseA' ? [] : [about('changeInstanceCheck', target)]),
      about('updateInstanceStatus', { status: 'UNFREEZE' }),
      ...(family === 'licenseA' ? [step('getLicenseAsync', applicationOf())] : []),
      about(...renew('RENEWAL_CHANGE', expiry.changed, change, 'product-2')),
      about('queryInstance'),
      ...(isReleased
        ? [
            about('releaseInstance'),
            about(...renew('RENEWAL', '2034', late, 'product-3'), released),
          ]
        : []),
    ],
    ending: (instanceId) =>
      instanceAs(instanceId, isReleased, {
        family: family === 'saasV2' ? 'saas-v2' : 'license-a',
        orderId: bought.orderId,
        orderLineId: bought.orderLineId,
        expireTime: utc(expiry.changed),
        productId: 'product-2',
        plan: { productId: 'product-2' },
        order: { orderId: change.orderId },
      }),
  }
}

const target = { productInfo: { productId: 'product-2', linearValue: 50 } }

function applicationOf() {
  const eventId = randomUUID()
  return (instanceId: string) => ({
    instanceId,
    eventId,
    effectiveTime: '2026-10-27 10:30:15 z',
    expireTime: '2027-10-27 10:30:15 z',
    deviceFingerprint: '04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672',
  })
}

function lifeOfV1({ isReleased, encryption }: Kind): Life {
  const { step, about } = stepsOf('saasV1')
  const [bought, renewal, upgrade, late] = orders().map(({ orderId }) => ({ orderId }))
  const renew = (year: string, order: Members | undefined) =>
    ['refreshInstance', { expireTime: time(year), productId: 'product-1', ...order }] as const
  return {
    family: 'saasV1',
    steps: [
      step('newInstance', () => ({
        businessId: randomUUID(),
        amount: '30',
        chargingMode: '1',
        customerId: 'customer-1',
        customerName: '张三',
        email: encryption.field('buyer@example.com'),
        expireTime: time(expiry.bought),
        mobilePhone: encryption.field('15905222222'),
        periodNumber: '1',
        periodType: 'year',
        productId: 'product-1',
        ...bought,
      })),
      about('queryInstance'),
      about(...renew(expiry.renewed, renewal)),
      about('instanceStatus', { instanceStatus: 'FREEZE' }),
      about('instanceStatus', { instanceStatus: 'NORMAL' }),
      about('upgrade', { amount: '60', productId: 'product-2', skuCode: 'sku-2', ...upgrade }),
      about('queryInstance'),
      ...(isReleased
        ? [about('releaseInstance', bought), about(...renew('2034', late), released)]
        : [about('expireInstance', bought)]),
    ],
    ending: (instanceId) =>
      instanceAs(instanceId, isReleased, {
        family: 'saas-v1',
        ...(!isReleased && { status: 'frozen' }),
        orderId: bought?.orderId,
        orderLineId: null,
        expireTime: beijing(expiry.renewed),
        productId: 'product-2',
        plan: { productId: 'product-2' },
        order: { orderId: upgrade?.orderId },
      }),
  }
}

function lifeOfB({ isReleased }: Kind): Life {
  const { step, about } = stepsOf('licenseB')
  const [bought, renewal] = orders().map(({ orderId }) => ({ orderId }))
  return {
    family: 'licenseB',
    steps: [
      step('getLicense', () => ({
        businessId: randomUUID(),
        customerId: 'customer-1',
        productId: 'product-1',
        saasExtendParams:
          'W3sibmFtZSI6ImlkZW50aWZpY2F0aW9uQ29kZSIsInZhbHVlIjoiSUQtMjAyMzA0MjAtMDAxIn1d',
        ...bought,
      })),
      about('expireLicense', bought),
      about('refreshLicense', { expireTime: time(expiry.renewed), ...renewal }),
      ...(isReleased ? [about('releaseLicense', bought)] : []),
    ],
    ending: (instanceId) =>
      instanceAs(instanceId, isReleased, {
        family: 'license-b',
        orderId: bought?.orderId,
        expireTime: beijing(expiry.renewed),
        productId: 'product-1',
      }),
  }
}

function lifeOfC({ isReleased }: Kind): Life {
  const { step } = stepsOf('licenseC')
  const [renewal, late] = orders()
  const license = `PL${renewal.orderId}`
  const renew = (year: string, order: Members) => () => ({
    ...{ license, scene: 'RENEWAL', expireTime: time(year), ...order },
  })
  const status = isReleased ? 'released' : 'active'
  return {
    family: 'licenseC',
    steps: [
      step('refreshLicenseCode', renew(expiry.renewed, renewal)),
      step('updateLicenseCodeStatus', () => ({ license, status: 'FREEZE' })),
      step('updateLicenseCodeStatus', () => ({ license, status: 'UNFREEZE' })),
      ...(isReleased
        ? [
            step('releaseLicenseCode', () => ({ license })),
            step('refreshLicenseCode', renew('2034', late), released),
          ]
        : []),
    ],
    ending: () => ({
      path: `/licenses?code=${license}`,
      shown: { family: 'license-c', status, expireTime: utc(expiry.renewed) },
    }),
  }
}

function lifeOfNotice(): Life {
  const { step } = stepsOf('orders')
  const [order] = orders()
  return {
    family: 'orders',
    steps: [step('orderNotify', () => order)],
    // The version before lists no order, and this one only what it was told of or has read.
    ending: () => ({
      path: `/messages?orderId=${order.orderId}&limit=1`,
      shown: { activity: 'orderNotify', orderId: order.orderId, resultCode: '000000' },
    }),
  }
}

// The kit names its activity in the path alone.
function lifeOfTenant(family: 'kitV1' | 'kitV2', { isReleased, encryption }: Kind): Life {
  const [{ orderId }] = orders()
  const ids = { tenantId: `tenant-${orderId}`, instanceId: `instance-${orderId}` }
  const appId = 'KSIDJF1234456'
  const user = {
    userName: 'zhangsan',
    name: '张三',
    orgCode: '10000',
    role: 'user',
    enable: 'true',
  }
  const parts = [{ orgCode: '10000', parentCode: '' }]
  let second = 0
  // What is older than the record is ignored: each call is a second later than the one before.
  const step = (activity: string, members: () => Members): Make => {
    second += 1
    const timeStamp = `20260413093${String(500 + second)}000`.slice(0, 17)
    const all = () => ({ ...ids, testFlag: 0, timeStamp, flag: 1, ...members() })
    return () => ({
      call: { generation: family, activity, members: all() },
      code: '000000',
      buys: false,
    })
  }
  const tenant = (flag: 0 | 1) => () => ({
    ...{ orderId, tenantCode: 'huawei', name: 'huaiweitest', flag },
    domainName: 'https://example.tenantaccount.com',
  })
  return {
    family,
    steps: [
      step('tenantSync', tenant(1)),
      step('applicationSync', () => ({
        ...{ appId, clientId: '7Yb0cKz1Qm4vRt9sWx2e' },
        clientSecret: encryption.secret('a client secret'),
      })),
      step('allOrgSync', () =>
        family === 'kitV2'
          ? { orgInfoList: parts.map((part) => ({ ...part, orgName: '开发部' })) }
          : { orgInfo: JSON.stringify(parts.map((part) => ({ ...part, name: '开发部' }))) },
      ),
      step('singleOrgSync', () => ({ orgCode: '10001', orgName: '测试部', parentCode: '10000' })),
      step('authSync', () => ({
        ...{ appId, currentSyncTime: '20260413093539534' },
        userList: family === 'kitV2' ? [user] : JSON.stringify([user]),
      })),
      ...(isReleased ? [step('tenantSync', tenant(0))] : []),
    ],
    ending: () => ({
      path: `/tenants?tenantId=${ids.tenantId}`,
      shown: { tenantId: ids.tenantId, state: isReleased ? 'deleted' : 'bound' },
    }),
  }
}

function orders() {
  return [newOrder(), newOrder(), newOrder(), newOrder(), newOrder()] as const
}

function instanceAs(
  instanceId: string,
  isReleased: boolean,
  shown: Members,
): Omit<Ending, 'family'> {
  const status = isReleased ? 'released' : 'active'
  return {
    path: `/instances?instanceId=${instanceId}`,
    shown: { instanceId, test: false, status, ...shown },
  }
}
