import { documents } from '../../documents.ts'
import { grant } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/user-revoked',
  generations: ['kitV2'],
  severity: 'error',
  source: documents.authSync,
  title: {
    en: 'Takes the grant of a user back (flag 3).',
    zh: '支持取消用户授权（flag 为 3）。',
  },
  consequence: {
    en: 'A user whose grant was taken back goes on using the application.',
    zh: '已取消授权的用户仍可继续使用应用。',
  },
  mend: {
    en: 'V2 has a fourth value of flag for users: 3 takes the grant back. Take the user out of the application.',
    zh: 'V2 用户授权同步的 flag 有第四个值：3 表示取消授权，应移除该用户对应用的使用权。',
  },
  judge: kitCalls({
    activity: 'authSync',
    calls: [
      (seller, binding) => grant(seller, binding, ['zhangsan01']),
      (seller, binding) => grant(seller, binding, ['zhangsan01'], { flag: 3 }),
    ],
    what: { en: 'The revocation (flag 3)', zh: '取消授权（flag 为 3）' },
  }),
} satisfies Rule
