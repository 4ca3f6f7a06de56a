import { generations } from '../../generations.ts'
import { documents } from '../../documents.ts'
import { refusalShows } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'
import { consequences } from '../../consequences.ts'

export const rule = {
  id: 'answers/code-of-refusal',
  generations,
  severity: 'warning',
  source: {
    ...documents.resultCodes,
    note: {
      en: 'The table names 000001 for it; to the store every code but 000000 is a failure.',
      zh: '结果码表中 000001 表示鉴权失败；对云商店来说，除 000000 以外都是失败。',
    },
  },
  title: {
    en: 'Answers a wrong signature with 000001.',
    zh: '签名错误时返回 000001。',
  },
  consequence: consequences.unread,
  mend: {
    en: 'Return 000001 where the signature does not hold, and keep the other codes for what they stand for.',
    zh: '签名不匹配时返回 000001，其他结果码按其含义使用。',
  },
  judge: (seller) =>
    refusalShows(seller, ({ answer: { resultCode } }) =>
      resultCode === undefined || resultCode === '000001'
        ? undefined
        : {
            en: `A call with a wrong signature was answered ${resultCode}.`,
            zh: `签名错误的调用返回了 ${resultCode}。`,
          },
    ),
} satisfies Rule
