import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { refusalShows } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'time/refusal-in-time',
  generations,
  severity: 'warning',
  source: {
    ...documents.requirements,
    note: {
      en: 'The documents give the time for a call, whatever its answer. In V1 and the kit it is 20 s; 5 s there is good practice.',
      zh: '文档的时限针对调用本身，与应答内容无关。V1 和联营 kit 为 20 秒，5 秒内应答属于良好实践。',
    },
  },
  title: { en: 'Refuses within 5 seconds as well.', zh: '拒绝的应答也在 5 秒内返回。' },
  consequence: consequences.unread,
  mend: {
    en: 'Do not slow refusals down on purpose: a key that was just changed makes calls of the store look wrong.',
    zh: '不要故意延迟拒绝应答：刚更换密钥时，云商店的正常调用也会验签失败。',
  },
  alone: true,
  judge: (seller) =>
    refusalShows(seller, ({ http: { milliseconds } }) =>
      milliseconds <= seller.limits.callMs
        ? undefined
        : {
            en: `A call with a wrong signature was refused after ${milliseconds} ms.`,
            zh: `签名错误的调用在 ${milliseconds} 毫秒后才被拒绝。`,
          },
    ),
} satisfies Rule
