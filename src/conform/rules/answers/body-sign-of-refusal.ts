import { bodySignFaults } from '../../../simulator/checks/signed-answer.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { signedAnswers } from '../../families.ts'
import { faultText } from '../../fault-text.ts'
import { refusalShows } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'answers/body-sign-of-refusal',
  generations: signedAnswers,
  severity: 'error',
  source: documents.bodySign,
  title: {
    en: 'Signs its refusals with Body-Sign as well.',
    zh: '拒绝的应答同样带 Body-Sign 签名。',
  },
  consequence: consequences.unread,
  mend: {
    en: 'Add Body-Sign where answers leave your server, not in each interface: it is the Base64 of HMAC-SHA256 with your Key over the exact bytes of the body.',
    zh: '在应答发出的统一出口添加 Body-Sign，而不是在各个接口中分别添加：它是以 Key 对响应体原始字节计算的 HMAC-SHA256 的 Base64。',
  },
  judge: (seller) =>
    refusalShows(seller, ({ http }) => {
      const [fault] = http.kind === 'answer' ? bodySignFaults(http, seller.key) : []
      if (fault === undefined) return undefined
      const { en, zh } = faultText(fault)
      return { en: `In a refusal ${en}.`, zh: `拒绝的应答中，${zh}。` }
    }),
} satisfies Rule
