import { generations } from '../../generations.ts'
import type { Activity } from '../../members.ts'
import type { Seller } from '../../seller.ts'
import type { Exchange } from '../../exchange.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { plainCall } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'answers/known-result-code',
  generations,
  severity: 'error',
  source: documents.resultCodes,
  title: {
    en: 'Uses only the result codes that the documents list.',
    zh: '只使用文档列出的结果码。',
  },
  consequence: consequences.unread,
  mend: {
    en: 'Map your own error numbers to 000001 (signature), 000002 (parameter), 000003 (unknown id), 000005 (anything else) and the codes of the purchase.',
    zh: '把自有错误码映射为 000001（鉴权）、000002（参数）、000003（实例不存在）、000005（其他）以及创建实例的专用结果码。',
  },
  async judge(seller) {
    await plainCall(seller)
    const refused = await withoutIds(seller, seller.plain)
    const { resultCode } = refused.answer
    if (resultCode === undefined || documented.test(resultCode)) return []
    const message = {
      en: `A call without its ids was answered ${resultCode}, a code that no document lists.`,
      zh: `缺少ID的调用返回了 ${resultCode}，文档中没有这个结果码。`,
    }
    return [breach(message, refused)]
  },
} satisfies Rule

// 000900 to 000903 are those of licenses.
const documented = /^(00000[0-5]|00010[0-7]|00090[0-3])$/

function withoutIds(seller: Seller, activity: Activity): Promise<Exchange> {
  const ids = ['orderId', 'orderLineId', 'license', 'tenantId', 'businessId', 'customerId']
  const none = Object.fromEntries(ids.map((name) => [name, undefined]))
  return seller.call(activity, seller.valid(activity, none))
}
