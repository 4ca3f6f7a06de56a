import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { grant } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'kit/user-modified',
  generations: kit,
  severity: 'error',
  source: documents.authSync,
  title: {
    en: 'Takes a change of a user (flag 2).',
    zh: '支持用户信息的修改（flag 为 2）。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'flag 2 carries the user as it is now: write it over what you have.',
    zh: 'flag 为 2 时携带用户的最新信息，直接覆盖已有数据。',
  },
  judge: kitCalls({
    activity: 'authSync',
    calls: [
      (seller, binding) => grant(seller, binding, ['zhangsan01']),
      (seller, binding) => grant(seller, binding, ['zhangsan01'], { flag: 2 }),
    ],
    what: { en: 'The change (flag 2)', zh: '修改（flag 为 2）' },
  }),
} satisfies Rule
