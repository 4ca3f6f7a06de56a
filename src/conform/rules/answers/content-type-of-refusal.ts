import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { refusalShows } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'answers/content-type-of-refusal',
  generations,
  severity: 'error',
  source: documents.faqV2,
  title: {
    en: 'Refuses with the content type application/json.',
    zh: '拒绝的应答的 Content-Type 也是 application/json。',
  },
  consequence: consequences.unread,
  mend: {
    en: 'Set Content-Type: application/json for every answer, errors included.',
    zh: '所有应答（包括错误）都设置 Content-Type: application/json。',
  },
  judge: (seller) =>
    refusalShows(seller, ({ http }) => {
      if (http.kind !== 'answer' || /^application\/json\s*(;|$)/i.test(http.contentType.trim()))
        return undefined
      const type = http.contentType || '-'
      return {
        en: `A call with a wrong signature was answered with the content type ${type}.`,
        zh: `签名错误的调用，其应答的 Content-Type 为 ${type}。`,
      }
    }),
} satisfies Rule
