import { succeed } from './http.ts'
import type { Instance } from './memory.ts'
import type { Answer, Call, Parts, Seller } from './parts.ts'
import { isObject, textOf, unwrapped } from './parse.ts'
import { invalid } from './refusal.ts'

/** The instance or the license code that a call is about; several ids of a query. */
export const idOf = ({ members }: Call) => textOf(members['instanceId'] ?? members['license'])

type Change = (instance: Instance) => void

/** Carries an order out once. A repeat is success, even when the instance was released since. */
async function apply(call: Call, seller: Seller, change: Change = () => undefined) {
  const { does } = seller
  const work = async () => {
    const instance = does.findInstance(call, idOf(call), seller)
    const order = call.isTest ? undefined : await does.readOrder(call, seller)
    if (order !== undefined) instance.order = order
    change(instance)
  }
  await does.once(does.claimOf(call), work, does.world(call, seller))
  return succeed()
}

async function newInstance(call: Call, seller: Seller): Promise<Answer> {
  const { does } = seller
  const work = async () => {
    const order = call.isTest ? undefined : await does.readOrder(call, seller)
    return does.provision(call, seller, order)
  }
  const instance = await does.once(does.claimOf(call), work, does.world(call, seller))
  const instanceId = instance.id
  if (call.generation === 'licenseB') {
    instance.license ??= does.makeLicense(call)
    return succeed({ instanceId, license: instance.license })
  }
  if (call.generation !== 'saasV1') return succeed({ instanceId })
  const appInfo = does.appInfo(instance, call, seller)
  return succeed({ encryptType: '1', instanceId, appInfo })
}

function queryInstance(call: Call, seller: Seller): Answer {
  const { does } = seller
  const ids = idOf(call).split(',')
  if (ids.length > 100) throw invalid('instanceId holds more than 100 ids')
  const info = ids.map((instanceId) => {
    const instance = does.findInstance(call, instanceId, seller)
    const appInfo = does.appInfo(instance, call, seller)
    return { instanceId, appInfo, usageInfo: does.usageInfo(instance) }
  })
  return succeed(call.generation === 'saasV1' ? { encryptType: '1', info } : { info })
}

function refreshInstance(call: Call, seller: Seller): Promise<Answer> {
  return apply(call, seller, (instance) => {
    const { scene, orderAmount, expireTime } = call.members
    // What takes a renewal back is a negative amount in V1.
    const isTakenBack = scene === 'UNSUBSCRIBE_RENEWAL_PERIOD' || Number(orderAmount) < 0
    const next = textOf(expireTime)
    // A renewal that comes late shortens nothing.
    if (isTakenBack || next > (instance.expireTime ?? '')) instance.expireTime = next
  })
}

const statusOf: Readonly<Record<string, 'active' | 'frozen'>> = {
  FREEZE: 'frozen',
  UNFREEZE: 'active',
  NORMAL: 'active',
}

function updateStatus(call: Call, seller: Seller): Answer {
  const instance = seller.does.findInstance(call, idOf(call), seller)
  const isExpiry = call.activity.startsWith('expire')
  const wanted = isExpiry ? 'FREEZE' : (call.members['status'] ?? call.members['instanceStatus'])
  const status = statusOf[textOf(wanted)]
  if (status === undefined) throw invalid('the status is unknown')
  instance.status = status
  return succeed()
}

// Released already is as good as released now.
function releaseInstance(call: Call, seller: Seller): Answer {
  const { does } = seller
  const id = idOf(call)
  if (does.world(call, seller).instances.get(id)?.status !== 'released')
    does.findInstance(call, id, seller).status = 'released'
  return succeed()
}

// The target is an object, a list of one, or the JSON text of either.
function changeInstanceCheck(call: Call, seller: Seller): Answer {
  seller.does.findInstance(call, idOf(call), seller)
  const target = unwrapped(call.members['productInfo']) ?? call.members['productInfo']
  if (!isObject(Array.isArray(target) ? target[0] : target))
    throw invalid('productInfo is no object')
  return succeed()
}

export const activityParts = {
  newInstance,
  queryInstance,
  refreshInstance,
  upgradeInstance: (call, seller) => apply(call, seller),
  updateStatus,
  releaseInstance,
  changeInstanceCheck,
} satisfies Partial<Parts>
