import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { afterwards } from '../../life/afterwards.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/status-values',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseC'],
  severity: 'error',
  source: documents.statusV2,
  title: {
    en: 'Unfreezes by the word of its generation: UNFREEZE in V2 and licenses, NORMAL in V1.',
    zh: '按各代接口的取值解冻：V2 和 License 为 UNFREEZE,V1 为 NORMAL。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'V1 has instanceStatus with FREEZE and NORMAL; V2, License A and License C have status with FREEZE and UNFREEZE.',
    zh: 'V1 使用 instanceStatus(FREEZE / NORMAL);V2、License A 和授权码使用 status（FREEZE / UNFREEZE）。',
  },
  judge: afterwards({
    after: ['freeze'],
    step: 'unfreeze',
    what: { en: 'Unfreezing what was frozen', zh: '解冻已冻结的实例' },
  }),
} satisfies Rule
