import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { bound, departments, grant, newBinding } from '../../life/binding.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/before-tenant',
  generations: kit,
  severity: 'warning',
  source: {
    ...documents.authSync,
    note: {
      en: 'Inferred: users are sent asynchronously, and no order of the calls is promised.',
      zh: '推断：用户授权为异步调用，文档未承诺调用顺序。',
    },
  },
  title: {
    en: 'Takes users and departments of an enterprise that it has not heard of yet.',
    zh: '企业尚未同步时，也接受其用户和部门。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Keep them under tenantId and instanceId, and let the enterprise be filled in when it comes.',
    zh: '先按 tenantId + instanceId 保存，企业信息到达后再补全。',
  },
  async judge(seller) {
    const known = await bound(seller)
    mustBeDone(await seller.call('authSync', grant(seller, known, ['zhangsan01'])))
    mustBeDone(await seller.call('allOrgSync', departments(seller, known, ['1'])))
    const users = grant(seller, newBinding(seller), ['zhangsan01'])
    const list = departments(seller, newBinding(seller), ['1'])
    const early = [await seller.call('authSync', users), await seller.call('allOrgSync', list)]
    return early.flatMap((made) =>
      unlessDone(made, (outcome) => ({
        en: `${made.activity} before tenantSync: ${outcome.en}.`,
        zh: `${made.activity} 早于 tenantSync 到达：${outcome.zh}。`,
      })),
    )
  },
} satisfies Rule
