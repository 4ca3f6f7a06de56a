import { generations } from '../../../simulator/calls/debug-cases.ts'
import { consequences } from '../../consequences.ts'
import { debuggerFinds } from '../../debugger-finds.ts'
import { documents } from '../../documents.ts'
import type { Rule } from '../../rule.ts'

/** DBG-6. */
export const rule = {
  id: 'debugger/result-code',
  generations,
  severity: 'error',
  source: documents.faqV2,
  title: {
    en: 'Answers 000000 to valid calls about an instance that it has made.',
    zh: '对自己创建的实例的合法调用返回 000000。',
  },
  consequence: consequences.debugger,
  mend: {
    en: 'Look up the reason in your log for the call below; a call of the debugger (testFlag 1) must succeed like one of a buyer.',
    zh: '在日志中查找下列调用失败的原因；调试调用（testFlag 为 1）必须与买家的调用一样成功。',
  },
  judge: (seller) => debuggerFinds(seller, 'DBG-6'),
} satisfies Rule
