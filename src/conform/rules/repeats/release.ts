import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { repeated } from '../../life/repeated.ts'
import { generationsWith } from '../../life/steps.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/release',
  generations: generationsWith('release'),
  severity: 'error',
  source: {
    ...documents.interfacesV1,
    note: {
      en: 'Said of V1; in V2 and of licenses it follows from the page on debugging, where every interface is idempotent.',
      zh: 'V1 有明确说明；V2 和 License 依据接口调试页面“支持幂等”。',
    },
  },
  title: {
    en: 'Answers the same release again with success.',
    zh: '同一实例（授权码）再次调用释放接口时返回成功。',
  },
  consequence: consequences.endStops,
  mend: {
    en: 'Do not release twice, and answer 000000: what is gone already is gone.',
    zh: '不重复释放，已释放的直接返回 000000。',
  },
  judge: repeated('release', { en: 'release', zh: '释放' }),
} satisfies Rule
