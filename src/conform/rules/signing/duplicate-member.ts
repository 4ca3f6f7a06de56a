import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Spoil } from '../../exchange.ts'
import { idsShown } from '../../ids-shown.ts'
import { plainCall } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'

export const rule = {
  id: 'signing/duplicate-member',
  generations: ['saasV1'],
  severity: 'error',
  source: {
    ...documents.tokenV1,
    note: {
      en: 'The sample of the document signs the first value of a parameter that comes twice.',
      zh: '文档示例代码对重复参数取第一个值参与签名。',
    },
  },
  title: {
    en: 'Acts on the value that the signature covers when a parameter comes twice.',
    zh: '参数重复出现时，按签名所覆盖的值处理。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Read the query once, and use the same values for the signature and for the work; or refuse a parameter that comes twice.',
    zh: '只解析一次查询参数，验签和业务处理使用同一组值；或者拒绝重复的参数。',
  },
  async judge(seller) {
    const { instanceId } = await seller.buy()
    const stranger = seller.newId('STRANGER')
    await plainCall(seller, 'queryInstance', { instanceId })
    const members = seller.valid('queryInstance', { instanceId })
    const made = await seller.call('queryInstance', members, secondId(stranger))
    if (!idsShown(made).includes(stranger)) return []
    const message = {
      en: 'A query answered for the second of two instance ids; the signature covers the first.',
      zh: '查询返回了第二个 instanceId 的信息，而签名覆盖的是第一个。',
    }
    return [breach(message, made)]
  },
} satisfies Rule

function secondId(instanceId: string): Spoil {
  return (request) => {
    const url = new URL(request.url)
    url.searchParams.append('instanceId', instanceId)
    return { ...request, url }
  }
}
