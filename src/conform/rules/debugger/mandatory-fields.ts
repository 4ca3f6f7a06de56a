import { consequences } from '../../consequences.ts'
import { debuggerFinds } from '../../debugger-finds.ts'
import { documents } from '../../documents.ts'
import type { Rule } from '../../rule.ts'

/** DBG-7. */
export const rule = {
  id: 'debugger/mandatory-fields',
  // The others answer with a code and a message only.
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'error',
  source: documents.faqV2,
  title: { en: 'Gives every mandatory field in its answers.', zh: '应答包含所有必填字段。' },
  consequence: consequences.debugger,
  mend: {
    en: 'Return instanceId for a purchase (and appInfo.frontEndUrl in V1) and one entry with instanceId and appInfo for each instance of a query.',
    zh: '创建实例返回 instanceId（V1 还需 appInfo.frontEndUrl）；查询时每个实例返回一条含 instanceId 的记录，并带上 appInfo。',
  },
  judge: (seller) => debuggerFinds(seller, 'DBG-7'),
} satisfies Rule
