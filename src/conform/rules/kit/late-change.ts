import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { tenantCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/late-change',
  generations: kit,
  severity: 'warning',
  source: {
    ...documents.tenantSync,
    note: {
      en: 'Inferred: a failed call is tried again, and may arrive behind a later one; a saved case keeps its timeStamp for ever.',
      zh: '推断：失败的调用会重试，可能晚于之后的调用到达；保存的用例一直使用原 timeStamp。',
    },
  },
  title: {
    en: 'Answers a change that comes late, with an older timeStamp in its body, with success.',
    zh: '请求体 timeStamp 较旧的迟到变更也返回成功。',
  },
  consequence: consequences.dialTest,
  mend: {
    en: 'Leave what is newer as it is and answer 000000. The timeStamp in the body tells which change is newer; it is not the time of the call.',
    zh: '保留较新的数据并返回 000000。请求体中的 timeStamp 用于判断新旧，不是调用时间。',
  },
  judge: tenantCalls([{}, { timeStamp: '20220413093539534' }], {
    en: 'The change of 2022 that came late',
    zh: '迟到的 2022 年变更',
  }),
} satisfies Rule
