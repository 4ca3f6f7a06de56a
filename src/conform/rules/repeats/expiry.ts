import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { repeated } from '../../life/repeated.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/expiry',
  generations: ['saasV1', 'licenseB'],
  severity: 'error',
  source: documents.expireV1,
  title: {
    en: 'Answers the same expiry again with success.',
    zh: '同一实例再次调用过期接口时返回成功。',
  },
  consequence: consequences.endStops,
  mend: {
    en: 'Do not expire twice, and answer 000000: the instanceId makes the repeat.',
    zh: '以 instanceId 为幂等键，不重复过期，直接返回 000000。',
  },
  judge: repeated('expire', { en: 'expiry', zh: '过期' }),
} satisfies Rule
