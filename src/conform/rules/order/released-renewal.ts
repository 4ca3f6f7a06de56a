import { documents } from '../../documents.ts'
import { refusedOnceReleased } from '../../life/released.ts'
import { generationsWith } from '../../life/steps.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/released-renewal',
  generations: generationsWith('renew'),
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
    en: 'Refuses to renew what was released.',
    zh: '拒绝为已释放的实例（授权码）续费。',
  },
  consequence: {
    en: 'The buyer pays for a period of something that is gone, and the store believes that it was delivered.',
    zh: '买家为已不存在的实例付费，云商店却认为已交付。',
  },
  mend: {
    en: 'Released is final: answer 000003 to every change that comes after it. A repeat of an order that was applied before is still success.',
    zh: '释放是终态：之后的任何变更都返回 000003；释放前已处理过的订单重复调用仍返回成功。',
  },
  judge: refusedOnceReleased('renew', { en: 'A renewal', zh: '续费' }),
} satisfies Rule
