import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { department } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/top-department',
  generations: kit,
  severity: 'error',
  source: documents.singleOrgSync,
  title: {
    en: 'Takes a department without a parent.',
    zh: '支持没有上级的部门。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'parentCode is empty for a top department, or missing: take both.',
    zh: '一级部门的 parentCode 为空或不传，两种情况都要接受。',
  },
  judge: kitCalls({
    activity: 'singleOrgSync',
    calls: [
      (seller, binding) => department(seller, binding, '10000', { parentCode: '1' }),
      (seller, binding) => department(seller, binding, '1', { parentCode: undefined }),
    ],
    what: { en: 'A department without parentCode', zh: '不带 parentCode 的部门' },
  }),
} satisfies Rule
