import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { repeated } from '../../life/repeated.ts'
import { generationsWith } from '../../life/steps.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/freeze',
  generations: generationsWith('freeze'),
  severity: 'error',
  source: documents.debugging,
  title: {
    en: 'Answers a freeze of what is frozen already with success.',
    zh: '对已冻结的实例（授权码）再次冻结时返回成功。',
  },
  consequence: consequences.endStops,
  mend: {
    en: 'A freeze sets a state; setting the state it has is success. A buyer who violates the rules and then expires is frozen twice.',
    zh: '冻结是设置状态，已是该状态也应返回成功。买家违规后又到期，就会被冻结两次。',
  },
  judge: repeated('freeze', { en: 'freeze', zh: '冻结' }),
} satisfies Rule
