import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { grantOf, user } from '../../life/binding.ts'
import { kitCalls } from '../../life/kit-calls.ts'
import type { Rule } from '../../rule.ts'

const contact = { mobile: '13800000000', email: 'zhangsan@example.com', position: '系统管理员' }

export const rule = {
  id: 'kit/user-without-contact',
  generations: kit,
  severity: 'error',
  source: {
    ...documents.authSync,
    note: {
      en: 'Mobile and e-mail arrive only where the seller applied for them and the buyer agreed.',
      zh: '手机号和邮箱仅在商家申请且买家授权后才会下发。',
    },
  },
  title: {
    en: 'Takes a user without mobile, e-mail and position.',
    zh: '支持没有手机号、邮箱和职位的用户。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Only userName, name, orgCode, role and enable are mandatory; make no other field a condition, nor a unique key of an empty one.',
    zh: '只有 userName、name、orgCode、role、enable 是必填；不要把其他字段当作条件，也不要对空值建唯一约束。',
  },
  judge: kitCalls({
    activity: 'authSync',
    calls: [
      (seller, binding) => grantOf(seller, binding, { users: [user('zhangsan01', contact)] }),
      (seller, binding) => grantOf(seller, binding, { users: [user('lisi02'), user('wangwu03')] }),
    ],
    what: { en: 'Users without mobile and e-mail', zh: '没有手机号和邮箱的用户' },
  }),
} satisfies Rule
