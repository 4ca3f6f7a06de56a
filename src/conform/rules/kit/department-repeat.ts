import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { department } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/department-repeat',
  generations: kit,
  severity: 'error',
  source: documents.singleOrgSync,
  title: {
    en: 'Answers the same department again with success.',
    zh: '重复同步同一部门时返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'The key is instanceId, tenantId and orgCode. Write by the key of the record, and update what is there: a repeat makes no new data and is success.',
    zh: '主键为 instanceId + tenantId + orgCode。按记录的主键写入，已存在则更新：重复调用不产生新数据，返回成功。',
  },
  judge: kitCalls({
    activity: 'singleOrgSync',
    calls: [
      (seller, binding) => department(seller, binding, '10000'),
      (seller, binding) => department(seller, binding, '10000'),
    ],
    what: { en: 'The same department again', zh: '再次同步同一部门' },
  }),
} satisfies Rule
