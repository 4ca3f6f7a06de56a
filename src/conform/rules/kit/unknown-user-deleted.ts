import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { grant } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/unknown-user-deleted',
  generations: kit,
  severity: 'error',
  source: documents.authSync,
  title: {
    en: 'Deletes a user that it has never heard of with success.',
    zh: '删除从未同步过的用户时返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Answer success to the deletion of what is not there (any more).',
    zh: '删除不存在（或已删除）的记录时返回成功。',
  },
  judge: kitCalls({
    activity: 'authSync',
    calls: [
      (seller, binding) => grant(seller, binding, ['zhangsan01']),
      (seller, binding) => grant(seller, binding, ['nobody'], { flag: 0 }),
    ],
    what: { en: 'The deletion of an unknown user', zh: '删除未知用户' },
  }),
} satisfies Rule
