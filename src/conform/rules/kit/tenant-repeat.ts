import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { tenant } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/tenant-repeat',
  generations: kit,
  severity: 'error',
  source: documents.tenantSync,
  title: {
    en: 'Answers the same enterprise again with success.',
    zh: '重复同步同一企业时返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'The key is instanceId and tenantId. Write by the key of the record, and update what is there: a repeat makes no new data and is success.',
    zh: '主键为 instanceId + tenantId。按记录的主键写入，已存在则更新：重复调用不产生新数据，返回成功。',
  },
  judge: kitCalls({
    activity: 'tenantSync',
    calls: [
      (seller, binding) => tenant(seller, binding),
      (seller, binding) => tenant(seller, binding),
    ],
    what: { en: 'The same enterprise again', zh: '再次同步同一企业' },
  }),
} satisfies Rule
