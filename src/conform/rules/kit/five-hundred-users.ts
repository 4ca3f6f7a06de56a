import { documents } from '../../documents.ts'
import { kit } from '../../families.ts'
import { bound, grantOf, user } from '../../life/binding.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'

const mostUsers = 500

export const rule = {
  id: 'kit/five-hundred-users',
  generations: kit,
  severity: 'warning',
  source: {
    ...documents.authSyncV1,
    note: {
      en: 'The number is printed on the page of V1; for V2 it is inferred.',
      zh: '该数量见 V1 页面；V2 为推断。',
    },
  },
  title: {
    en: 'Takes 500 users in one call.',
    zh: '一次调用最多可同步 500 个用户，应全部接受。',
  },
  consequence: {
    en: 'A big enterprise that grants the application to everybody gets nobody in.',
    zh: '大企业批量授权时，所有用户都无法使用。',
  },
  mend: {
    en: '500 users are some 150 kB: raise the limit of the body (many frameworks stop at 100 kB), and write the list in one statement.',
    zh: '500 个用户约 150 kB：调大请求体上限（许多框架默认 100 kB），并批量写入。',
  },
  async judge(seller) {
    const binding = await bound(seller)
    const one = mustBeDone(
      await seller.call(
        'authSync',
        grantOf(seller, binding, { users: [user('zhangsan01', longFields)] }),
      ),
    )
    const users = Array.from({ length: mostUsers }, (_none, at) => user(`user${at}`, longFields))
    return unlessDone(
      await seller.call('authSync', grantOf(seller, binding, { users })),
      (outcome) => ({
        en: `One user is taken; ${mostUsers} of them: ${outcome.en}.`,
        zh: `单个用户成功；${mostUsers} 个用户：${outcome.zh}。`,
      }),
      one,
    )
  },
} satisfies Rule

const longFields = {
  position: '高级软件开发工程师',
  employeeCode: '00000000000000000000',
  mobile: '13800000000',
  email: 'a.rather.long.address@subsidiary.example.com',
  extension: { entryDate: '2022-11-9', employeeType: '4', workPlace: '南京' },
}
