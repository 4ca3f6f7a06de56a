import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { afterwards } from '../../life/afterwards.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/renewal-after-expiry',
  generations: ['saasV1', 'licenseB'],
  severity: 'error',
  source: documents.interfacesV1,
  title: {
    en: 'Renews what has expired.',
    zh: '可以为已过期的实例续费。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'After expireInstance (expireLicense) keep the data for 15 days, and let a renewal bring the instance back.',
    zh: 'expireInstance（expireLicense）之后保留数据 15 天，续费后恢复使用。',
  },
  judge: afterwards({
    after: ['renew', 'expire'],
    step: 'renew',
    what: { en: 'The renewal of an expired instance', zh: '为已过期的实例续费' },
  }),
} satisfies Rule
