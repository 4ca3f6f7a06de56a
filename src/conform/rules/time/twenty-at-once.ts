import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Exchange, Spoil } from '../../exchange.ts'
import { judgedBy } from '../../life/outcome.ts'
import { isAccepted, outcomeOf, plainCall } from '../../judging.ts'
import { breach, type Rule } from '../../rule.ts'
import type { Seller } from '../../seller.ts'
import { resigned } from '../../spoil.ts'

const atOnce = 20

export const rule = {
  id: 'time/twenty-at-once',
  generations: ['saasV2', 'saasV1'],
  severity: 'warning',
  source: {
    ...documents.requirements,
    note: {
      en: 'The time holds for each call; how many come at once is not documented. Buyers open the page of a resource and the dial tests of all products run when they like (inferred).',
      zh: '时限针对每次调用；并发数量文档没有说明。买家查看资源详情、多个商品同时拨测都会带来并发调用（推断）。',
    },
  },
  title: {
    en: 'Answers twenty queries at once in time.',
    zh: '同时收到二十次查询时仍能按时应答。',
  },
  consequence: consequences.instanceUnseen,
  mend: {
    en: 'Do not lock all calls against each other, only those about the same order; give the server threads or connections enough.',
    zh: '只对同一订单的调用加锁，不要让所有调用互相等待；为服务器配置足够的线程和连接。',
  },
  alone: true,
  async judge(seller) {
    const { instanceId } = await seller.buy()
    const { members } = await plainCall(seller, 'queryInstance', { instanceId })
    const again = await seller.call('queryInstance', members)
    if (!isAccepted(again)) throw judgedBy('repeats/fresh-stamp')
    const now = Date.now()
    // Each with a millisecond of its own, as they come from the store.
    const calls = Array.from({ length: atOnce }, (_, at) =>
      seller.call('queryInstance', members, stampedAt(seller, now - at)),
    )
    const failed = (await Promise.all(calls)).filter((made) => isFailed(made, seller))
    const [first] = failed
    if (first === undefined) return []
    const { en, zh } = outcomeOf(first)
    const message = {
      en: `Of ${atOnce} queries at once ${failed.length} were not carried out in time: ${en}.`,
      zh: `同时发出的 ${atOnce} 次查询中，${failed.length} 次没有按时成功：${zh}。`,
    }
    return [breach(message, ...failed)]
  },
} satisfies Rule

function isFailed(made: Exchange, { limits }: Seller): boolean {
  return !isAccepted(made) || made.http.milliseconds > limits.callMs
}

function stampedAt(seller: Seller, timestamp: number): Spoil | undefined {
  return seller.generation === 'saasV2'
    ? resigned(seller, { timestamp: String(timestamp) })
    : undefined
}
