import type { Subject } from './life/subject.ts'
import type { Seller } from './seller.ts'

/** Something to call about; where no purchase gives an id, one that the seller has not heard of. */
export async function newSubject(seller: Seller): Promise<Pick<Subject, 'id' | 'orderId'>> {
  const { purchase } = seller
  if (purchase === undefined) return { id: seller.newId('LICENSE'), orderId: seller.newId('ORDER') }
  const members = seller.valid(purchase)
  const { answer } = await seller.call(purchase, members)
  return { id: answer.instanceId ?? seller.newId('INSTANCE'), orderId: String(members['orderId']) }
}
