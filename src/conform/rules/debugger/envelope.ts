import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { debuggerFinds } from '../../debugger-finds.ts'
import { documents } from '../../documents.ts'
import type { Rule } from '../../rule.ts'

/** DBG-5. */
export const rule = {
  id: 'debugger/envelope',
  generations,
  severity: 'error',
  source: documents.faqV2,
  title: {
    en: 'Answers a JSON object with resultCode and resultMsg.',
    zh: '应答是包含 resultCode 和 resultMsg 的 JSON 对象。',
  },
  consequence: consequences.debugger,
  mend: {
    en: 'Return one JSON object with both fields at its first level, not a list, not a wrapper such as {"data":{...}}.',
    zh: '返回一个 JSON 对象，第一层同时包含这两个字段；不要返回列表，也不要包一层 {"data":{...}}。',
  },
  judge: (seller) => debuggerFinds(seller, 'DBG-5'),
} satisfies Rule
