import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { afterwards } from '../../life/afterwards.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/query-while-frozen',
  generations: ['saasV2', 'saasV1', 'licenseA'],
  severity: 'warning',
  source: {
    ...documents.interfacesV2,
    note: {
      en: 'That the data are kept is documented; that a query goes on showing the instance is inferred.',
      zh: '文档要求冻结期间保留数据；查询仍应返回实例信息为推断。',
    },
  },
  title: {
    en: 'Shows an instance that is frozen when it is asked.',
    zh: '实例冻结期间，查询仍返回实例信息。',
  },
  consequence: consequences.instanceUnseen,
  mend: {
    en: 'Frozen means that the service cannot be used; the instance is still there. Answer 000000 and its addresses.',
    zh: '冻结只是不可使用，实例仍然存在。返回 000000 和访问地址。',
  },
  judge: afterwards({
    after: ['query', 'query', 'freeze'],
    step: 'query',
    what: { en: 'The query of a frozen instance', zh: '查询已冻结的实例' },
  }),
} satisfies Rule
