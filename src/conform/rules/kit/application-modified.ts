import { documents } from '../../documents.ts'
import { application } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/application-modified',
  generations: ['kitV2'],
  severity: 'error',
  source: documents.applicationSync,
  needs: ['publicKey'],
  title: {
    en: 'Takes a change of an application (flag 2).',
    zh: '支持应用的修改（flag 为 2）。',
  },
  consequence: {
    en: 'The new client secret does not arrive, and nobody can sign in.',
    zh: '新的 clientSecret 无法送达，用户不能登录。',
  },
  mend: {
    en: 'V2 has three values of flag for an application: 0 delete, 1 add, 2 modify.',
    zh: 'V2 应用同步的 flag 有三个值：0 删除、1 新增、2 修改。',
  },
  judge: kitCalls({
    activity: 'applicationSync',
    calls: [
      (seller, binding) => application(seller, binding),
      (seller, binding) => application(seller, binding, { flag: 2 }),
    ],
    what: { en: 'The change (flag 2)', zh: '修改（flag 为 2）' },
  }),
} satisfies Rule
