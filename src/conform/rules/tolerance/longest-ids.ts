import { generations } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Rule } from '../../rule.ts'

const longest = 64
const ids = ['orderId', 'orderLineId', 'businessId', 'license', 'tenantId']

export const rule = {
  id: 'tolerance/longest-ids',
  generations,
  severity: 'error',
  source: documents.newInstanceV2,
  title: {
    en: 'Accepts ids of 64 characters, the longest that the tables allow.',
    zh: '接受 64 个字符的ID，即字段表允许的最大长度。',
  },
  consequence: consequences.refused,
  mend: {
    en: 'Give order, line, business, tenant and license ids 64 characters in your checks and columns.',
    zh: '校验和数据库列中，订单、订单行、业务、租户和授权码ID都应允许 64 个字符。',
  },
  async judge(seller) {
    await plainCall(seller)
    const members = seller.valid(seller.plain)
    const long = ids
      .filter((name) => Object.hasOwn(members, name))
      .map((name) => [name, seller.newId(name.toUpperCase()).padEnd(longest, '0')] as const)
    return mustAccept(seller, {
      what: { en: 'A call with ids of 64 characters', zh: 'ID长度为 64 个字符的调用' },
      members: { ...members, ...Object.fromEntries(long) },
    })
  },
} satisfies Rule
