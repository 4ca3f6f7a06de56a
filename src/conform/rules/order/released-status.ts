import { documents } from '../../documents.ts'
import { refusedOnceReleased } from '../../life/released.ts'
import { generationsWith } from '../../life/steps.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/released-status',
  generations: generationsWith('freeze'),
  severity: 'warning',
  source: {
    ...documents.resultCodes,
    note: {
      en: 'Inferred: a release deletes the instance, and 000003 is the code for one that does not exist.',
      zh: '推断：释放即删除实例，实例不存在时应返回 000003。',
    },
  },
  needs: ['full'],
  title: {
    en: 'Refuses to freeze or unfreeze what was released.',
    zh: '拒绝冻结或解冻已释放的实例（授权码）。',
  },
  consequence: {
    en: 'A call that comes late brings a released instance back, which nobody pays for.',
    zh: '迟到的调用会让已释放的实例重新可用，而没有人为它付费。',
  },
  mend: {
    en: 'Set frozen or not only on an instance that is not released, and answer 000003 otherwise.',
    zh: '仅对未释放的实例设置冻结状态，否则返回 000003。',
  },
  judge: refusedOnceReleased('unfreeze', { en: 'An unfreezing', zh: '解冻' }),
} satisfies Rule
