import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { debuggerFinds } from '../../debugger-finds.ts'
import { documents } from '../../documents.ts'
import type { Rule } from '../../rule.ts'

/** DBG-2. */
export const rule = {
  id: 'debugger/answers-in-time',
  generations,
  severity: 'error',
  source: documents.faqV2,
  title: {
    en: 'Answers each call before the debugger gives up, after 20 seconds.',
    zh: '在调试超时（20 秒）之前应答每次调用。',
  },
  consequence: consequences.debugger,
  mend: {
    en: 'Do the slow part of the work in the background and answer at once: a purchase of V2 may be answered 000004 until it is ready.',
    zh: '耗时的工作放到后台执行，立即返回应答：V2 的创建实例可以先返回 000004，就绪后再返回成功。',
  },
  judge: (seller) => debuggerFinds(seller, 'DBG-2'),
} satisfies Rule
