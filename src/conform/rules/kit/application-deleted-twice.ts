import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { application } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/application-deleted-twice',
  generations: kit,
  severity: 'error',
  source: documents.applicationSync,
  needs: ['publicKey'],
  title: {
    en: 'Deletes an application twice, each time with success.',
    zh: '重复删除同一应用时返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Answer success to the deletion of what is not there (any more).',
    zh: '删除不存在（或已删除）的记录时返回成功。',
  },
  judge: kitCalls({
    activity: 'applicationSync',
    calls: [
      (seller, binding) => application(seller, binding),
      (seller, binding) => application(seller, binding, { flag: 0 }),
      (seller, binding) => application(seller, binding, { flag: 0 }),
    ],
    what: { en: 'The second deletion of an application', zh: '第二次删除应用' },
  }),
} satisfies Rule
