import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { repeated } from '../../life/repeated.ts'
import { generationsWith } from '../../life/steps.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/renewal',
  generations: generationsWith('renew'),
  severity: 'error',
  source: {
    ...documents.refreshInstanceV1,
    note: {
      en: 'No page names what makes a repeat of a renewal; that the interfaces are idempotent stands on the page on debugging (接口调试).',
      zh: '续费接口的幂等键未在文档中写明；“接口需支持幂等”见接口调试页面。',
    },
  },
  title: {
    en: 'Answers the same renewal again with success.',
    zh: '同一续费订单再次调用时返回成功。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'Remember that the order was applied, by instance and order, and answer 000000 to a repeat: the store repeats what it got no answer to. Setting the same expireTime twice does no harm.',
    zh: '按实例和订单记录已处理的续费，重复调用时返回 000000：云商店没收到应答就会重试。对同一 expireTime 设置两次不会有影响。',
  },
  judge: repeated('renew', { en: 'renewal', zh: '续费' }),
} satisfies Rule
