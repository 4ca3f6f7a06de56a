import { consequences } from '../../consequences.ts'
import { callEach } from '../../debugger-finds.ts'
import { documents } from '../../documents.ts'
import { signedInQuery } from '../../families.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'time/within-five-seconds',
  generations: signedInQuery,
  severity: 'error',
  source: {
    ...documents.requirements,
    note: {
      en: 'The interface requirements say 5 s, the FAQ of V2 says 20 s: stay within the shorter.',
      zh: '接口要求为 5 秒，V2 常见问题写的是 20 秒：应满足较短的要求。',
    },
  },
  title: { en: 'Answers each call within 5 seconds.', zh: '每次调用都在 5 秒内应答。' },
  consequence: consequences.refused,
  mend: {
    en: 'Answer first and work later: return an instanceId with 000004 while the instance is being made, and let the store ask with queryInstance.',
    zh: '先应答后处理：实例创建期间返回 instanceId 和 000004，由云商店通过 queryInstance 查询结果。',
  },
  alone: true,
  async judge(seller) {
    const { callMs, debugMs } = seller.limits
    const made = await callEach(seller)
    return made
      .filter(({ http }) => http.kind === 'answer' && http.milliseconds <= debugMs)
      .filter(({ http }) => http.milliseconds > callMs)
      .map((late) =>
        breach(
          {
            en: `${late.activity} was answered after ${late.http.milliseconds} ms.`,
            zh: `${late.activity} 在 ${late.http.milliseconds} 毫秒后才应答。`,
          },
          late,
        ),
      )
  },
} satisfies Rule
