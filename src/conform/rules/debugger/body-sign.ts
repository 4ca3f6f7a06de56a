import { signedAnswers } from '../../families.ts'
import { consequences } from '../../consequences.ts'
import { debuggerFinds } from '../../debugger-finds.ts'
import { documents } from '../../documents.ts'
import type { Rule } from '../../rule.ts'

/** DBG-9. */
export const rule = {
  id: 'debugger/body-sign',
  generations: signedAnswers,
  severity: 'error',
  source: documents.faqV1,
  title: {
    en: 'Signs its answers with the header Body-Sign.',
    zh: '应答带有 Body-Sign 签名响应头。',
  },
  consequence: consequences.debugger,
  mend: {
    en: 'Send Body-Sign: sign_type="HMAC-SHA256", signature="..." with the double quotes and in this very case; sign the bytes that are sent, with your Key alone.',
    zh: '返回 Body-Sign: sign_type="HMAC-SHA256", signature="..."，双引号和大小写必须一致；用 Key 对实际发送的字节签名。',
  },
  judge: (seller) => debuggerFinds(seller, 'DBG-9'),
} satisfies Rule
