import { consequences } from '../../consequences.ts'
import { testOfUnknown } from '../../test-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'test-calls/query-unknown',
  generations: testOfUnknown.generationsOf('query'),
  severity: 'warning',
  source: testOfUnknown.source,
  title: {
    en: 'Answers success to a test query of an id that it never made.',
    zh: '对从未创建过的ID的测试查询调用返回成功。',
  },
  consequence: consequences.dialTest,
  mend: testOfUnknown.mend,
  judge: (seller) => testOfUnknown.judge(seller, 'query'),
} satisfies Rule
