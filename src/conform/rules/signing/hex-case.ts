import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { stamped } from '../../families.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'
import { resigned } from '../../spoil.ts'

export const rule = {
  id: 'signing/hex-case',
  generations: stamped,
  severity: 'error',
  source: {
    ...documents.signingV2,
    note: {
      en: 'The samples show upper-case hex; older ones and those of License 2.0 lower-case.',
      zh: '示例中的签名为大写十六进制；较早的示例及 License 2.0 的示例为小写。',
    },
  },
  title: {
    en: 'Accepts the hex of a signature in upper and lower case.',
    zh: '签名的十六进制大写和小写都接受。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Bring both signatures to lower case before you compare them.',
    zh: '比较前先将两个签名都转换为小写。',
  },
  async judge(seller) {
    await plainCall(seller)
    return [
      ...(await mustAccept(seller, {
        what: { en: 'A signature in lower-case hex', zh: '小写十六进制签名' },
        spoil: resigned(seller, { write: (hex) => hex.toLowerCase() }),
      })),
      ...(await mustAccept(seller, {
        what: { en: 'A signature in upper-case hex', zh: '大写十六进制签名' },
        spoil: resigned(seller, { write: (hex) => hex.toUpperCase() }),
      })),
    ]
  },
} satisfies Rule
