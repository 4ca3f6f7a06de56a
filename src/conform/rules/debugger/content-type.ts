import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { debuggerFinds } from '../../debugger-finds.ts'
import { documents } from '../../documents.ts'
import type { Rule } from '../../rule.ts'

/** DBG-4. */
export const rule = {
  id: 'debugger/content-type',
  generations,
  severity: 'error',
  source: documents.faqV2,
  title: {
    en: 'Answers with the content type application/json.',
    zh: '应答的 Content-Type 为 application/json。',
  },
  consequence: consequences.debugger,
  mend: {
    en: 'Set the header Content-Type: application/json; text/plain and text/html are refused.',
    zh: '设置响应头 Content-Type: application/json;text/plain、text/html 会被判为错误。',
  },
  judge: (seller) => debuggerFinds(seller, 'DBG-4'),
} satisfies Rule
