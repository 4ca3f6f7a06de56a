import { setTimeout as pause } from 'node:timers/promises'
import { dropped } from '../../../simulator/faults/wire-faults.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import type { Exchange, Members } from '../../exchange.ts'
import { isDone, judgedBy, unlessDone } from '../../life/outcome.ts'
import type { Rule } from '../../rule.ts'
import type { Seller } from '../../seller.ts'

export const rule = {
  id: 'repeats/dropped-answer',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'error',
  source: documents.newInstanceV1,
  title: {
    en: 'Answers a purchase with success when it comes again after the store hung up before the answer.',
    zh: '云商店未等到应答就断开后，同一订单再次调用时返回成功。',
  },
  consequence: consequences.purchaseFails,
  mend: {
    en: 'What a call has begun must end or be undone also when nobody listens any more. Commit order and instance together, and hold no lock that only an answer gives back.',
    zh: '即使对方已断开，已开始的处理也必须完成或回滚。订单与实例在同一事务中提交，不要使用只有应答后才释放的锁。',
  },
  async judge(seller) {
    const bought = await seller.buy()
    const known = await repeatOf(seller, bought.members)
    if (!isDone(known)) throw judgedBy('repeats/new-instance-success')
    const { milliseconds } = bought.exchange.http
    const members = seller.valid(seller.plain)
    const hungUp = await seller.call(seller.plain, members, dropped)
    const again = await repeatUntilDone(seller, members, milliseconds)
    return unlessDone(
      again,
      (outcome) => ({
        en: `A purchase alone succeeds; one that comes again after its answer was dropped: ${outcome.en}.`,
        zh: `单独购买成功；应答丢失后再次调用：${outcome.zh}。`,
      }),
      known,
      hungUp,
    )
  },
} satisfies Rule

const attempts = 3
// The store waits for an hour; what was begun has to end in this time.
const leastPauseMs = 20

function repeatOf(seller: Seller, members: Members): Promise<Exchange> {
  const businessId = seller.newId('BUSINESS')
  return seller.call(seller.plain, { ...members, businessId })
}

async function repeatUntilDone(
  seller: Seller,
  members: Members,
  answerMs: number,
): Promise<Exchange> {
  for (let attempt = 1; ; attempt += 1) {
    await pause(leastPauseMs + 2 * answerMs)
    const made = await repeatOf(seller, members)
    if (isDone(made) || attempt === attempts) return made
  }
}
