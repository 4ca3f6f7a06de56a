import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { afterwards } from '../../life/afterwards.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/renewal-while-frozen',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseC'],
  severity: 'error',
  source: documents.interfacesV2,
  title: {
    en: 'Renews what is frozen.',
    zh: '可以为已冻结的实例（授权码）续费。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'An instance that expired is frozen for up to 15 days, and a renewal in that time brings it back: keep the data and take the renewal.',
    zh: '到期后最多冻结 15 天，期间续费应恢复使用：保留数据并接受续费。',
  },
  judge: afterwards({
    after: ['renew', 'freeze'],
    step: 'renew',
    what: { en: 'The renewal of a frozen instance', zh: '为已冻结的实例续费' },
  }),
} satisfies Rule
