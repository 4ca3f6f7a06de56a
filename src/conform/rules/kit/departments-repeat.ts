import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { departments } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/departments-repeat',
  generations: kit,
  severity: 'error',
  source: documents.allOrgSync,
  title: {
    en: 'Answers the same list of departments again with success.',
    zh: '重复同步同一部门全量列表时返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'The key is instanceId, tenantId and orgCode. Write by the key of the record, and update what is there: a repeat makes no new data and is success.',
    zh: '主键为 instanceId + tenantId + orgCode。按记录的主键写入，已存在则更新：重复调用不产生新数据，返回成功。',
  },
  judge: kitCalls({
    activity: 'allOrgSync',
    calls: [
      (seller, binding) => departments(seller, binding, ['1', '10000<1']),
      (seller, binding) => departments(seller, binding, ['1', '10000<1']),
    ],
    what: { en: 'The same list again', zh: '再次同步同一列表' },
  }),
} satisfies Rule
