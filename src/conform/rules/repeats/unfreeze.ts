import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { afterwards } from '../../life/afterwards.ts'
import { generationsWith } from '../../life/steps.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/unfreeze',
  generations: generationsWith('unfreeze'),
  severity: 'warning',
  source: {
    ...documents.interfacesV2,
    note: {
      en: 'Inferred: a renewal unfreezes by itself, and the call to unfreeze may come besides.',
      zh: '推断：续费会解冻实例，之后仍可能收到解冻调用。',
    },
  },
  title: {
    en: 'Answers the unfreezing of what is not frozen with success.',
    zh: '对未冻结的实例（授权码）解冻时返回成功。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'An unfreeze sets a state; setting the state it has is success. It may come when the renewal has unfrozen the instance already.',
    zh: '解冻是设置状态，已是该状态也应返回成功。续费可能已先行解冻。',
  },
  judge: afterwards({
    after: ['freeze', 'unfreeze'],
    step: 'unfreeze',
    what: { en: 'The second call to unfreeze', zh: '第二次解冻' },
  }),
} satisfies Rule
