import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { department } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/unknown-department-deleted',
  generations: kit,
  severity: 'error',
  source: documents.singleOrgSync,
  title: {
    en: 'Deletes a department that it has never heard of with success.',
    zh: '删除从未同步过的部门时返回成功。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Answer success to the deletion of what is not there (any more).',
    zh: '删除不存在（或已删除）的记录时返回成功。',
  },
  judge: kitCalls({
    activity: 'singleOrgSync',
    calls: [
      (seller, binding) => department(seller, binding, '10000'),
      (seller, binding) => department(seller, binding, '99999', { flag: 0 }),
    ],
    what: { en: 'The deletion of an unknown department', zh: '删除未知部门' },
  }),
} satisfies Rule
