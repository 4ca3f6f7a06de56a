import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

const user = {
  userName: 'zhangsan03',
  name: '张三',
  orgCode: '10000',
  role: 'user',
  enable: 'true',
  position: null,
  employeeCode: null,
  mobile: null,
  email: null,
  extension: null,
}

export const rule = {
  id: 'tolerance/nested-null',
  generations: ['kitV2'],
  severity: 'warning',
  source: {
    ...documents.authSync,
    note: {
      en: 'The sample project leaves out null at the first level only; below it null stays (inferred).',
      zh: '官方示例工程只去掉第一层的 null，内层的 null 会保留（推断）。',
    },
  },
  title: {
    en: 'Accepts users whose optional fields are null.',
    zh: '接受可选字段为 null 的用户。',
  },
  consequence: consequences.kitFails,
  mend: {
    en: 'Take null like a field that is missing.',
    zh: '把 null 当作字段缺失处理。',
  },
  async judge(seller) {
    await plainCall(seller, 'authSync')
    return mustAccept(seller, {
      what: { en: 'A user with null in optional fields', zh: '可选字段为 null 的用户' },
      activity: 'authSync',
      members: seller.valid('authSync', { userList: [user] }),
    })
  },
} satisfies Rule
