import { documents } from '../../documents.ts'
import { refusedOnceReleased } from '../../life/released.ts'
import { generationsWith } from '../../life/steps.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/released-upgrade',
  generations: generationsWith('upgrade'),
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
    en: 'Refuses to upgrade what was released.',
    zh: '拒绝升级已释放的实例。',
  },
  consequence: {
    en: 'The buyer pays for an upgrade of something that is gone. A failed upgrade is refunded; one that succeeds is not.',
    zh: '买家为已不存在的实例支付升级费用：升级失败会自动退款，返回成功则不会。',
  },
  mend: {
    en: 'Answer 000003 where the instance was released.',
    zh: '实例已释放时返回 000003。',
  },
  judge: refusedOnceReleased('upgrade', { en: 'An upgrade', zh: '升级' }),
} satisfies Rule
