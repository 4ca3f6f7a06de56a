import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { departments } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/department-before-parent',
  generations: kit,
  severity: 'warning',
  source: {
    ...documents.allOrgSync,
    note: {
      en: 'Inferred: the list is flat, and no order of it is promised.',
      zh: '推断：列表是平铺的，文档未承诺顺序。',
    },
  },
  title: {
    en: 'Takes a department that stands in the list before its parent.',
    zh: '列表中下级部门排在上级之前时也能接受。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Read the whole list first, then link the departments; or keep the parent as a code that may be filled later.',
    zh: '先读完整个列表再建立上下级关系，或先保存上级编码、之后补全。',
  },
  judge: kitCalls({
    activity: 'allOrgSync',
    calls: [
      (seller, binding) => departments(seller, binding, ['1', '10000<1']),
      (seller, binding) => departments(seller, binding, ['20000<2', '2']),
    ],
    what: { en: 'A list with a department before its parent', zh: '下级排在上级之前的列表' },
  }),
} satisfies Rule
