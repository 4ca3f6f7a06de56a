import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { grant } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/user-repeat',
  generations: kit,
  severity: 'error',
  source: documents.authSync,
  title: {
    en: 'Answers the same grant again with success.',
    zh: '重复授权同一用户时返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'The key is instanceId, tenantId, appId and userName. Write by the key of the record, and update what is there: a repeat makes no new data and is success.',
    zh: '主键为 instanceId + tenantId + appId + userName。按记录的主键写入，已存在则更新：重复调用不产生新数据，返回成功。',
  },
  judge: kitCalls({
    activity: 'authSync',
    calls: [
      (seller, binding) => grant(seller, binding, ['zhangsan01']),
      (seller, binding) => grant(seller, binding, ['zhangsan01']),
    ],
    what: { en: 'The same grant again', zh: '再次授权同一用户' },
  }),
} satisfies Rule
