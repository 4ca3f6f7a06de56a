import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { tenant } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/tenant-deleted-twice',
  generations: kit,
  severity: 'error',
  source: documents.tenantSync,
  title: {
    en: 'Deletes an enterprise twice, each time with success.',
    zh: '重复删除同一企业时返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Answer success to the deletion of what is not there (any more).',
    zh: '删除不存在（或已删除）的记录时返回成功。',
  },
  judge: kitCalls({
    activity: 'tenantSync',
    calls: [
      (seller, binding) => tenant(seller, binding),
      (seller, binding) => tenant(seller, binding, { flag: 0 }),
      (seller, binding) => tenant(seller, binding, { flag: 0 }),
    ],
    what: { en: 'The second deletion of an enterprise', zh: '第二次删除企业' },
  }),
} satisfies Rule
