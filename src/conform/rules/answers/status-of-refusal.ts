import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { refusalShows } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'answers/status-of-refusal',
  generations,
  severity: 'warning',
  source: {
    ...documents.faqV2,
    note: {
      en: 'The document wants 200 of a call that succeeds. That a refusal has it too is inferred: the sample project does so, and another status hides the result code.',
      zh: '文档要求成功的调用返回 200。拒绝时也返回 200 属于推断：官方示例工程如此实现，其他状态码会掩盖结果码。',
    },
  },
  title: {
    en: 'Refuses with HTTP status 200 and says why in resultCode.',
    zh: '拒绝时也返回 HTTP 200，并在 resultCode 中说明原因。',
  },
  consequence: consequences.unread,
  mend: {
    en: 'Answer 200 with {"resultCode":"000001","resultMsg":"..."} instead of 401, 400 or 500.',
    zh: '返回 200 和 {"resultCode":"000001","resultMsg":"..."}，而不是 401、400 或 500。',
  },
  judge: (seller) =>
    refusalShows(seller, ({ http }) =>
      http.kind !== 'answer' || http.status === 200
        ? undefined
        : {
            en: `A call with a wrong signature was answered with HTTP status ${http.status}.`,
            zh: `签名错误的调用返回了 HTTP 状态码 ${http.status}。`,
          },
    ),
} satisfies Rule
