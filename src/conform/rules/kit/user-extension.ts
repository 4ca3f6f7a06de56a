import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { grant, grantOf, user } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

// As the sample of the page has it.
const extension = { entryDate: '2022-11-9', employeeType: '4', workPlace: '南京' }

export const rule = {
  id: 'kit/user-extension',
  generations: kit,
  severity: 'warning',
  source: {
    ...documents.authSyncV1,
    note: {
      en: 'The page of V1 shows such a user; for V2 it is inferred.',
      zh: 'V1 页面的示例中有这样的用户；V2 为推断。',
    },
  },
  title: {
    en: 'Takes the further fields of a user in extension, as texts and without leading zeros.',
    zh: '支持用户扩展字段 extension（文本形式、日期不补零）。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Read entryDate, employeeType and workPlace from the user and from extension; employeeType may be a text, and a date 2022-11-9.',
    zh: 'entryDate、employeeType、workPlace 可能在用户对象上，也可能在 extension 中；employeeType 可能是文本，日期可能是 2022-11-9。',
  },
  judge: kitCalls({
    activity: 'authSync',
    calls: [
      (seller, binding) => grant(seller, binding, ['zhangsan01']),
      (seller, binding) => grantOf(seller, binding, { users: [user('lisi02', { extension })] }),
    ],
    what: { en: 'A user with extension', zh: '带 extension 的用户' },
  }),
} satisfies Rule
