import { firstLineOf } from '../simulator/products/order-ids.ts'
import type { Exchange, Members } from './exchange.ts'
import { signedInQuery } from './families.ts'
import type { Activity } from './members.ts'
import { newSubject } from './new-subject.ts'
import type { Seller } from './seller.ts'

/**
 * The same call in the other forms that it has: with and without what is optional. A seller who takes
 * one of them serves the interface; what it makes of the others has rules of its own.
 */
export async function callInOtherForms(
  seller: Seller,
  activity: Activity,
): Promise<readonly Exchange[]> {
  const isKit = seller.generation === 'kitV1' || seller.generation === 'kitV2'
  const forms = isKit ? [kitForm(seller)] : await formsOf(seller, activity)
  const made: Exchange[] = []
  for (const form of forms) {
    const known = [...Object.keys(seller.valid(activity)), ...optionalIn(seller)]
    const own = Object.entries(form).filter(([name]) => known.includes(name))
    made.push(await seller.call(activity, seller.valid(activity, Object.fromEntries(own))))
  }
  return made
}

// As the sample of the documents has it, and with the order of the purchase.
async function formsOf(seller: Seller, activity: Activity): Promise<readonly Members[]> {
  const ids = (id: string) => ({ instanceId: id, license: id })
  if (activity === seller.plain) return [{ productId: undefined }]
  const [one, other] = [await newSubject(seller), await newSubject(seller)]
  const { id, orderId } = other
  return [ids(one.id), { ...ids(id), orderId, orderLineId: firstLineOf(orderId) }]
}

// A release names an order only when the buyer has unsubscribed.
function optionalIn({ generation }: Seller): readonly string[] {
  const hasLines = signedInQuery.some((one) => one === generation)
  return hasLines ? ['orderId', 'orderLineId'] : []
}

// With everything that is optional, and codes that nobody has.
function kitForm(seller: Seller): Members {
  const [orgCode, userName] = [seller.newId('ORG'), seller.newId('USER')]
  const user = { userName, name: '张三', orgCode, role: 'user', enable: 'true' }
  const contact = { mobile: '13800000000', email: 'zhangsan@example.com', position: '工程师' }
  const list = [{ ...user, ...contact }]
  return {
    instanceId: seller.newId('INSTANCE'),
    orderId: seller.newId('ORDER'),
    orgCode,
    userList: seller.generation === 'kitV1' ? JSON.stringify(list) : list,
    orgInfo: JSON.stringify([{ orgCode, name: '开发部', parentCode: '' }]),
    orgInfoList: [{ orgCode, orgName: '开发部', parentCode: '' }],
  }
}
