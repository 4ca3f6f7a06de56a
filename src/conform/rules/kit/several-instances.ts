import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { newBinding, tenant } from '../../life/binding.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/several-instances',
  generations: kit,
  severity: 'error',
  source: documents.credential,
  title: {
    en: 'Takes one enterprise with several instances (支持多实例绑定).',
    zh: '同一企业可绑定多个实例（支持多实例绑定）。',
  },
  consequence: {
    en: 'An enterprise that bought the product twice can use it once only.',
    zh: '购买两次的企业只能使用其中一个。',
  },
  mend: {
    en: 'The key of an enterprise is instanceId and tenantId, not tenantId alone.',
    zh: '企业的主键是 instanceId + tenantId，不只是 tenantId。',
  },
  async judge(seller) {
    const { tenantId } = newBinding(seller)
    const boundTo = () => tenant(seller, { instanceId: seller.newId('INSTANCE'), tenantId })
    const first = mustBeDone(await seller.call('tenantSync', boundTo()))
    return unlessDone(
      await seller.call('tenantSync', boundTo()),
      (outcome) => ({
        en: `The enterprise with a second instance: ${outcome.en}.`,
        zh: `同一企业绑定第二个实例：${outcome.zh}。`,
      }),
      first,
    )
  },
} satisfies Rule
