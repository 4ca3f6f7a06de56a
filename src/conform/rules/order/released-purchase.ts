import { documents } from '../../documents.ts'
import { isDone, judgedBy } from '../../life/outcome.ts'
import { playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'order/released-purchase',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'error',
  source: documents.newInstanceV2,
  needs: ['full'],
  title: {
    en: 'Makes no second instance of an order whose instance was released.',
    zh: '实例释放后，同一订单再次调用创建实例时不再新建实例。',
  },
  consequence: {
    en: 'A purchase that is restarted late gives an instance away that was refunded or has ended.',
    zh: '迟到的重试会白送一个已退款或已到期的实例。',
  },
  mend: {
    en: 'Keep the order after a release: delete what belongs to the buyer, not the row that says that the order was carried out.',
    zh: '释放后保留订单记录：删除买家的资源，但不要删除“该订单已处理”的记录。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    const repeat = () =>
      seller.call(seller.plain, { ...subject.members, businessId: seller.newId('BUSINESS') })
    const soon = await repeat()
    if (soon.answer.instanceId !== subject.id) throw judgedBy('repeats/new-instance-id')
    const release = await playWell(seller, stepOf(seller, 'release', subject))
    const late = await repeat()
    const other = late.answer.instanceId
    if (!isDone(late) || other === undefined || other === subject.id) return []
    const message = {
      en: `The order of the released ${subject.id} was answered with a new instance, ${other}.`,
      zh: `已释放实例 ${subject.id} 的订单再次调用，返回了新的实例 ${other}。`,
    }
    return [breach(message, soon, release, late)]
  },
} satisfies Rule
