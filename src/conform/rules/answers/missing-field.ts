import { documents } from '../../documents.ts'
import { mustRefuse, plainCall } from '../../judging.ts'
import { type Generation, generations } from '../../generations.ts'
import type { Rule } from '../../rule.ts'

// The id by which the plain activity of a generation is told from every other call.
const idOf: Readonly<Record<Generation, string>> = {
  saasV2: 'orderId',
  saasV1: 'orderId',
  licenseA: 'orderId',
  licenseB: 'orderId',
  licenseC: 'license',
  orders: 'orderId',
  kitV2: 'tenantId',
  kitV1: 'tenantId',
}

export const rule = {
  id: 'answers/missing-field',
  generations,
  severity: 'warning',
  source: {
    ...documents.resultCodes,
    note: {
      en: 'The table has 000002 for it; that the store ever leaves one out is not documented.',
      zh: '结果码表中 000002 表示参数错误；云商店是否会漏传必填字段，文档没有说明。',
    },
  },
  title: {
    en: 'Does not answer success to a call whose mandatory id is missing.',
    zh: '缺少必填ID的调用不返回成功。',
  },
  consequence: {
    en: 'The store takes success at its word: an order that your server did not understand is settled, and the buyer has nothing.',
    zh: '云商店以成功应答为准：服务器没有正确处理的订单会被视为已完成，买家却什么都没有得到。',
  },
  mend: {
    en: 'Check the mandatory fields of each interface and answer 000002 naming the one that is missing.',
    zh: '检查各接口的必填字段，缺失时返回 000002 并指出字段名。',
  },
  async judge(seller) {
    await plainCall(seller)
    const name = idOf[seller.generation]
    const alone = { [name]: undefined, ...(name === 'orderId' && lineless(seller.generation)) }
    return mustRefuse(seller, {
      what: { en: `A ${seller.plain} without ${name}`, zh: `缺少 ${name} 的 ${seller.plain} 调用` },
      members: seller.valid(seller.plain, alone),
    })
  },
} satisfies Rule

// Where there are order lines the line stays, so that one thing is missing.
function lineless(generation: Generation) {
  const hasLines = generation === 'saasV2' || generation === 'licenseA' || generation === 'orders'
  return hasLines ? { orderLineId: 'KOOGATE-CONFORM-000001' } : {}
}
