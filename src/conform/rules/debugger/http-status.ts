import { generations } from '../../generations.ts'
import { breach, type Rule } from '../../rule.ts'

/** DBG-3. */
export const rule = {
  id: 'debugger/http-status',
  generations,
  severity: 'error',
  source: {
    title: '常见问题 (SaaS V2.0)',
    url: 'https://support.huaweicloud.com/accessg-marketplace/access_topic_0000008.html',
  },
  title: {
    en: 'Answers a valid call with HTTP status 200.',
    zh: '对合法调用返回 HTTP 状态码 200。',
  },
  consequence: {
    en: 'Only 200 counts as called: the debugger saves no case, the dial test fails twice a day, and a paid order is refunded.',
    zh: '只有 200 才算调用成功：调试用例无法保存，每天两次的拨测失败，已付款的订单会被自动退订。',
  },
  mend: {
    en: 'Answer 200 to every call of the store, also to one that you refuse, and say what was wrong in resultCode.',
    zh: '对云商店的每次调用都返回 200（包括拒绝的调用），错误原因写在 resultCode 中。',
  },
  async judge(seller) {
    const made = await seller.call(seller.plain, seller.valid(seller.plain))
    if (made.http.kind !== 'answer' || made.http.status === 200) return []
    const { status } = made.http
    return [
      breach(
        {
          en: `A valid ${made.activity} was answered with HTTP status ${status}.`,
          zh: `合法的 ${made.activity} 调用返回了 HTTP 状态码 ${status}。`,
        },
        made,
      ),
    ]
  },
} satisfies Rule
