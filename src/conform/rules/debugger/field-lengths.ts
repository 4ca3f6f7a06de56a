import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { debuggerFinds } from '../../debugger-finds.ts'
import { documents } from '../../documents.ts'
import type { Rule } from '../../rule.ts'

/** DBG-8. */
export const rule = {
  id: 'debugger/field-lengths',
  generations,
  severity: 'error',
  source: {
    ...documents.faqV1,
    note: {
      en: 'The FAQ of V1 says that lengths are checked; of V2 only the tables name them.',
      zh: 'V1 的常见问题说明会校验长度；V2 只在字段表中给出长度。',
    },
  },
  title: {
    en: 'Keeps every field of its answers within its documented length.',
    zh: '应答中各字段不超过文档规定的长度。',
  },
  consequence: consequences.debugger,
  mend: {
    en: 'Shorten the field: frontEndUrl has at most 512 characters, an encrypted userName or password at most 128 with its initial vector, instanceId 64.',
    zh: '缩短该字段：frontEndUrl 最多 512 个字符，加密后的 userName、password（含初始向量）最多 128 个字符，instanceId 最多 64 个字符。',
  },
  judge: (seller) => debuggerFinds(seller, 'DBG-8'),
} satisfies Rule
