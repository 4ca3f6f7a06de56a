import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { department } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/department-modified',
  generations: kit,
  severity: 'error',
  source: documents.singleOrgSync,
  title: {
    en: 'Takes a change of a department (flag 2).',
    zh: '支持部门的修改（flag 为 2）。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'flag 2 carries the department with its new name or parent: write it over what you have.',
    zh: 'flag 为 2 时携带部门的新名称或新上级，直接覆盖已有数据。',
  },
  judge: kitCalls({
    activity: 'singleOrgSync',
    calls: [
      (seller, binding) => department(seller, binding, '10000'),
      (seller, binding) => department(seller, binding, '10000', { flag: 2, orgName: '研发部' }),
    ],
    what: { en: 'The change (flag 2)', zh: '修改（flag 为 2）' },
  }),
} satisfies Rule
