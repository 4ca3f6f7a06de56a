import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { atOnce, instanceIdsOf } from '../../life/at-once.ts'
import { judgedBy } from '../../life/outcome.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'
import type { Seller } from '../../seller.ts'

export const rule = {
  id: 'concurrency/identical-purchases',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'error',
  source: documents.newInstanceV2,
  title: {
    en: 'Makes one instance of an order, however many of its calls come at once.',
    zh: '同一订单的多个调用同时到达时只创建一个实例。',
  },
  consequence: consequences.secondInstance,
  mend: {
    en: 'A look whether the order is there, followed by an insert, lets two calls through. Let the database refuse the second: a unique index on the order (and its line), then read what is there.',
    zh: '“先查询再插入”会放过并发的第二个调用。请在订单（及订单行）上建立唯一索引，由数据库拒绝重复插入，再读取已有实例返回。',
  },
  alone: true,
  async judge(seller) {
    const members = seller.valid(seller.plain)
    const made = await atOnce(() => buyAgain(seller, members))
    const ids = new Set(instanceIdsOf(made))
    if (ids.size === 0) throw new CannotJudge(noPurchase)
    if (ids.size === 1) return []
    if (!(await knowsRepeats(seller))) throw judgedBy('repeats/new-instance-id')
    const message = {
      en: `${made.length} calls of one order at once were answered with ${ids.size} instance ids.`,
      zh: `同一订单的 ${made.length} 个并发调用返回了 ${ids.size} 个不同的 instanceId。`,
    }
    return [breach(message, ...made)]
  },
} satisfies Rule

const noPurchase = {
  en: 'None of the purchases succeeded.',
  zh: '没有一个新购调用成功。',
}

function buyAgain(seller: Seller, members: object) {
  return seller.call(seller.plain, { ...members, businessId: seller.newId('BUSINESS') })
}

async function knowsRepeats(seller: Seller): Promise<boolean> {
  const { instanceId, members } = await seller.buy()
  const [again] = instanceIdsOf([await buyAgain(seller, members)])
  return again === instanceId
}
