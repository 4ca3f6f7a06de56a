import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { newBinding, tenant } from '../../life/binding.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/empty-ids',
  generations: kit,
  severity: 'error',
  source: documents.debuggingKit,
  title: {
    en: 'Takes calls of the debugger and of an application for credentials, which have no instanceId and no orderId.',
    zh: '接口调试和申请应用凭证时，instanceId 和 orderId 为空或缺失，应予接受。',
  },
  consequence: {
    en: 'The interfaces cannot be debugged and no credential is issued, so the product cannot be published.',
    zh: '接口无法调试通过，应用凭证申请失败，商品无法发布。',
  },
  mend: {
    en: 'Take both as missing or empty: there is no order yet.',
    zh: '此时还没有订单，两个字段缺失或为空都要接受。',
  },
  async judge(seller) {
    const given = { instanceId: seller.newId('INSTANCE'), orderId: seller.newId('ORDER') }
    const told = mustBeDone(
      await seller.call('tenantSync', tenant(seller, { ...newBinding(seller), ...given })),
    )
    const call = (ids: object) =>
      seller.call('tenantSync', tenant(seller, { ...newBinding(seller), ...ids }))
    const empty = await call({ instanceId: '', orderId: '' })
    const missing = await call({ instanceId: undefined, orderId: undefined })
    return [empty, missing].flatMap((made) =>
      unlessDone(
        made,
        (outcome) => ({
          en: `An enterprise with instanceId and orderId is taken; with neither: ${outcome.en}.`,
          zh: `带 instanceId 和 orderId 的企业同步成功；不带时：${outcome.zh}。`,
        }),
        told,
      ),
    )
  },
} satisfies Rule
