import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { idsShown } from '../../ids-shown.ts'
import { breach, type Rule } from '../../rule.ts'
import { withQuery } from '../../spoil.ts'
import { plainCall } from '../../judging.ts'

export const rule = {
  id: 'signing/query-member',
  generations: ['saasV2', 'licenseA'],
  severity: 'error',
  source: documents.signingV2,
  title: {
    en: 'Reads the fields of a call from its body only, which is what the signature covers.',
    zh: '只从请求体读取业务字段，因为签名只覆盖请求体。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Do not merge query parameters into the body (as $_REQUEST of PHP or some binders do): of the query only signature, timestamp and nonce count.',
    zh: '不要把查询参数合并到请求体中（PHP 的 $_REQUEST 及部分参数绑定框架会这样做）：查询参数中只使用 signature、timestamp、nonce。',
  },
  async judge(seller) {
    const { instanceId } = await seller.buy()
    const stranger = seller.newId('STRANGER')
    await plainCall(seller, 'queryInstance', { instanceId })
    const members = seller.valid('queryInstance', { instanceId })
    const made = await seller.call('queryInstance', members, withQuery({ instanceId: stranger }))
    if (!idsShown(made).includes(stranger)) return []
    const message = {
      en: 'A query answered for an instance id that stood in the URL, not in the signed body.',
      zh: '查询返回了 URL 中的实例ID，而不是已签名请求体中的实例ID。',
    }
    return [breach(message, made)]
  },
} satisfies Rule
