import { idOf } from './activities.ts'
import { succeed } from './http.ts'
import type { Answer, Call, Parts, Seller } from './parts.ts'
import { textOf } from './parse.ts'
import { Refusal } from './refusal.ts'

async function getLicenseAsync(call: Call, seller: Seller): Promise<Answer> {
  const { does } = seller
  const { status } = does.findInstance(call, idOf(call), seller)
  if (status === 'frozen' && !call.isTest) throw new Refusal('000901', 'the instance is frozen')
  const work = async () => {
    const license = does.makeLicense(call)
    if (!call.isTest) await does.uploadLicense(call, license, seller)
    return license
  }
  await does.once(does.claimOf(call), work, does.world(call, seller))
  return succeed()
}

async function orderNotify(call: Call, seller: Seller): Promise<Answer> {
  const { does } = seller
  const work = async () => {
    if (!call.isTest) await does.readOrder(call, seller)
  }
  await does.once(does.claimOf(call), work, does.world(call, seller))
  return succeed()
}

export const licenseParts = {
  getLicenseAsync,
  orderNotify,
  makeLicense: ({ members }) =>
    `LICENSE-${textOf(members['eventId'] ?? members['orderId'])}-${crypto.randomUUID()}`,
} satisfies Partial<Parts>
