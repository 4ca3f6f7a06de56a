import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isDone, judgedBy, unlessDone } from '../../life/outcome.ts'
import { playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/late-purchase',
  generations: ['saasV1'],
  severity: 'error',
  source: documents.interfacesV1,
  title: {
    en: 'Answers the first purchase with its instance also after renewals and expiry.',
    zh: '续费、过期之后再次收到首次新购调用时，仍返回原实例。',
  },
  consequence: consequences.instanceUnseen,
  mend: {
    en: 'Each time the buyer opens 资源详情 the store calls newInstance of the first order. Find the instance by its first order, whatever became of it.',
    zh: '买家每次打开“资源详情”，云商店都会用首次订单调用 newInstance。无论实例之后经历什么，都要能按首次订单找到它。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    const repeat = () =>
      seller.call('newInstance', { ...subject.members, businessId: seller.newId('BUSINESS') })
    const soon = await repeat()
    if (!isDone(soon) || soon.answer.instanceId !== subject.id)
      throw judgedBy('repeats/new-instance-id')
    const renewed = await playWell(seller, stepOf(seller, 'renew', subject))
    const expired = await playWell(seller, stepOf(seller, 'expire', subject))
    const late = await repeat()
    const refused = unlessDone(
      late,
      (outcome) => ({
        en: `The first purchase, called again after a renewal and an expiry: ${outcome.en}.`,
        zh: `续费并过期后再次调用首次新购：${outcome.zh}。`,
      }),
      renewed,
      expired,
    )
    const other = late.answer.instanceId
    if (refused.length > 0 || other === subject.id) return refused
    const message = {
      en: `The first purchase, called again later, was answered with instanceId ${other ?? '-'} instead of ${subject.id}.`,
      zh: `之后再次调用首次新购，返回的 instanceId 是 ${other ?? '-'}，而不是 ${subject.id}。`,
    }
    return [breach(message, soon, renewed, expired, late)]
  },
} satisfies Rule
