import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { repeated } from '../../life/repeated.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/upgrade',
  generations: ['saasV2', 'saasV1'],
  severity: 'error',
  source: {
    ...documents.upgradeV2,
    note: {
      en: 'The guide of V1 says so; the page of V2 is silent.',
      zh: 'V1 指南有明确说明，V2 页面未提及。',
    },
  },
  title: {
    en: 'Answers the same upgrade again with success.',
    zh: '同一升级订单再次调用时返回成功。',
  },
  consequence: consequences.purchaseFails,
  mend: {
    en: 'Remember the order of the upgrade. Do not upgrade twice, and answer 000000 to a repeat.',
    zh: '按升级订单的 orderId 记录。不要重复升级，重复调用返回 000000。',
  },
  judge: repeated('upgrade', { en: 'upgrade', zh: '升级' }),
} satisfies Rule
