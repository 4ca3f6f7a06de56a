import { generations } from '../../generations.ts'
import { bodyOf } from '../../../simulator/calls/answer.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { refusalShows } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'answers/envelope-of-refusal',
  generations,
  severity: 'error',
  source: documents.faqV2,
  title: {
    en: 'Gives resultCode and resultMsg in a refusal too.',
    zh: '拒绝的应答中也包含 resultCode 和 resultMsg。',
  },
  consequence: consequences.unread,
  mend: {
    en: 'Let no error page of your framework or gateway reach the store: turn every error into JSON with resultCode and resultMsg.',
    zh: '不要让框架或网关的错误页返回给云商店：把所有错误转换为包含 resultCode 和 resultMsg 的 JSON。',
  },
  judge: (seller) =>
    refusalShows(seller, ({ http }) => {
      const body = bodyOf(http)
      const missing = ['resultCode', 'resultMsg'].filter((name) => body?.[name] === undefined)
      if (missing.length === 0) return undefined
      const names = missing.join(', ')
      return {
        en: `The answer to a call with a wrong signature has no ${names}.`,
        zh: `签名错误的调用，其应答缺少 ${names}。`,
      }
    }),
} satisfies Rule
