import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { afterwards } from '../../life/afterwards.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/release-while-frozen',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseC'],
  severity: 'error',
  source: documents.interfacesV2,
  title: {
    en: 'Releases what is frozen.',
    zh: '可以释放已冻结的实例（授权码）。',
  },
  consequence: consequences.endStops,
  mend: {
    en: 'An instance that nobody renews is frozen first and then released. Release from every state.',
    zh: '无人续费的实例先冻结、再释放。任何状态下都应能释放。',
  },
  judge: afterwards({
    worksAlone: true,
    after: ['freeze'],
    step: 'release',
    what: { en: 'The release of a frozen instance', zh: '释放已冻结的实例' },
  }),
} satisfies Rule
