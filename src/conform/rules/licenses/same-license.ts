import { documents } from '../../documents.ts'
import { licenseIn } from '../../life/shown.ts'
import { isDone, judgedBy } from '../../life/outcome.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'licenses/same-license',
  generations: ['licenseB'],
  severity: 'error',
  source: documents.getLicenseB,
  title: {
    en: 'Answers getLicense of the same order with the same license and the same instanceId.',
    zh: '同一订单再次获取 License 时，返回相同的 license 和 instanceId。',
  },
  consequence: {
    en: 'The buyer has one license and the store another; renewals and releases miss the one in use.',
    zh: '买家使用的 License 与云商店保存的不一致，之后的续费和释放都会落空。',
  },
  mend: {
    en: 'Keep the license under its orderId, and answer a repeat with what was made first.',
    zh: '按 orderId 保存 License，重复调用返回首次生成的内容。',
  },
  async judge(seller) {
    const { members, exchange } = await seller.buy()
    const businessId = seller.newId('BUSINESS')
    const again = await seller.call('getLicense', { ...members, businessId })
    if (!isDone(again)) throw judgedBy('repeats/new-instance-success')
    const isSame =
      licenseIn(again) === licenseIn(exchange) &&
      again.answer.instanceId === exchange.answer.instanceId
    if (isSame) return []
    const message = {
      en: 'The same order was answered with another license or another instanceId.',
      zh: '同一订单再次调用返回了不同的 license 或 instanceId。',
    }
    return [breach(message, exchange, again)]
  },
} satisfies Rule
