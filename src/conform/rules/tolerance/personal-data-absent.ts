import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

const none = ['mobilePhone', 'email', 'userId', 'userName', 'saasExtendParams']

export const rule = {
  id: 'tolerance/personal-data-absent',
  generations: ['saasV1'],
  severity: 'error',
  source: {
    ...documents.newInstanceV1,
    note: {
      en: 'Phone, mail and IAM user come only if they were ticked at listing. Since 2025-10-25 new products get no IAM user at all.',
      zh: '手机号、邮箱和 IAM 用户只有在发布时勾选后才会传送。2025-10-25 起新商品不再获取 IAM 用户信息。',
    },
  },
  title: {
    en: 'Accepts a purchase without phone number, mail address, IAM user and extension parameters.',
    zh: '接受不含手机号、邮箱、IAM 用户和扩展参数的新购调用。',
  },
  consequence: consequences.purchaseFails,
  mend: {
    en: 'Make an account without them: customerId names the buyer.',
    zh: '没有这些信息也要能创建账号：用 customerId 标识买家。',
  },
  async judge(seller) {
    await plainCall(seller)
    const absent = Object.fromEntries(none.map((name) => [name, undefined]))
    return mustAccept(seller, {
      what: { en: 'A purchase without personal data', zh: '不含个人信息的新购调用' },
      members: seller.valid(seller.plain, absent),
    })
  },
} satisfies Rule
