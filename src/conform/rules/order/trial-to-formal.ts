import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { afterwards } from '../../life/afterwards.ts'
import { generationsWith } from '../../life/steps.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/trial-to-formal',
  generations: generationsWith('turnTrialIntoFormal'),
  severity: 'error',
  source: documents.refreshInstanceV2,
  title: {
    en: 'Turns a trial into a subscription (TRIAL_TO_FORMAL; in V1 trialToFormal 1).',
    zh: '支持试用转正式（TRIAL_TO_FORMAL;V1 为 trialToFormal=1）。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'Take the scene like a renewal: set the new expiry of the same instance.',
    zh: '与续费相同处理：为同一实例设置新的到期时间。',
  },
  judge: afterwards({
    after: ['renew'],
    step: 'turnTrialIntoFormal',
    what: { en: 'The conversion of a trial', zh: '试用转正式' },
  }),
} satisfies Rule
