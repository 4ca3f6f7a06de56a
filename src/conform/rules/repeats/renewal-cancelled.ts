import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { repeated } from '../../life/repeated.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/renewal-cancelled',
  generations: ['saasV2', 'licenseA', 'licenseC'],
  severity: 'error',
  source: {
    ...documents.refreshInstanceV2,
    note: {
      en: 'No page names what makes a repeat; that the interfaces are idempotent stands on the page on debugging (接口调试).',
      zh: '幂等键未在文档中写明；“接口需支持幂等”见接口调试页面。',
    },
  },
  title: {
    en: 'Answers the same cancellation of a renewal (UNSUBSCRIBE_RENEWAL_PERIOD) again with success.',
    zh: '同一退续费订单（UNSUBSCRIBE_RENEWAL_PERIOD）再次调用时返回成功。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'Set the expiry that the call names, however often it comes, and answer 000000. Take no period off the present expiry.',
    zh: '直接设置调用给出的到期时间并返回 000000，重复多少次都一样；不要在当前到期时间上再减一个周期。',
  },
  judge: repeated('cancelRenewal', { en: 'cancellation of a renewal', zh: '退续费' }),
} satisfies Rule
