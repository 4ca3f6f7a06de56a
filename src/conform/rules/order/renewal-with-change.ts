import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { afterwards } from '../../life/afterwards.ts'
import { generationsWith } from '../../life/steps.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/renewal-with-change',
  generations: generationsWith('changeOnRenewal'),
  severity: 'error',
  source: {
    ...documents.refreshInstanceV2,
    note: {
      en: 'The scene is in the documents since 2025.',
      zh: '该场景自 2025 年起出现在文档中。',
    },
  },
  title: {
    en: 'Takes a renewal that changes the specification (RENEWAL_CHANGE).',
    zh: '支持续费变更（RENEWAL_CHANGE）。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'Take the scene RENEWAL_CHANGE: set the new expiry, and ask for the order to learn the new specification.',
    zh: '支持 scene 为 RENEWAL_CHANGE：设置新的到期时间，并查询订单获取新规格。',
  },
  judge: afterwards({
    after: ['renew'],
    step: 'changeOnRenewal',
    what: { en: 'A renewal with a change', zh: '续费变更' },
  }),
} satisfies Rule
