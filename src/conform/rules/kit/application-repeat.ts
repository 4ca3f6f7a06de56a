import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { application } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/application-repeat',
  generations: kit,
  severity: 'error',
  source: documents.applicationSync,
  needs: ['publicKey'],
  title: {
    en: 'Answers the same application again with success.',
    zh: '重复同步同一应用时返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'The key is instanceId, tenantId and appId. Write by the key of the record, and update what is there: a repeat makes no new data and is success.',
    zh: '主键为 instanceId + tenantId + appId。按记录的主键写入，已存在则更新：重复调用不产生新数据，返回成功。',
  },
  judge: kitCalls({
    activity: 'applicationSync',
    calls: [
      (seller, binding) => application(seller, binding),
      (seller, binding) => application(seller, binding),
    ],
    what: { en: 'The same application again', zh: '再次同步同一应用' },
  }),
} satisfies Rule
