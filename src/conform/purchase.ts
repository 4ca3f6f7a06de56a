import { done, underWay } from '../simulator/calls/result-codes.ts'
import type { Exchange, Members } from './exchange.ts'
import { CannotJudge } from './cannot-judge.ts'
import type { Activity } from './members.ts'

/** An instance that a purchase made. */
export interface Bought {
  readonly instanceId: string
  readonly members: Members
  readonly exchange: Exchange
}

/** What a purchase takes of a seller. */
interface Shop {
  readonly purchase: Activity | undefined
  readonly valid: (activity: Activity, overrides?: Members) => Members
  readonly call: (activity: Activity, members: Members) => Promise<Exchange>
}

/** Buys once. Throws CannotJudge if the generation sells nothing or if no instance comes. */
export async function buyOnce(seller: Shop, overrides?: Members): Promise<Bought> {
  const { purchase } = seller
  if (purchase === undefined) throw new CannotJudge(sellsNothing)
  const members = seller.valid(purchase, overrides)
  const exchange = await seller.call(purchase, members)
  const { resultCode, instanceId } = exchange.answer
  const made = resultCode === done || resultCode === underWay
  if (made && instanceId !== undefined) return { instanceId, members, exchange }
  throw new CannotJudge({
    en: `A valid ${purchase} gave no instance to judge by: ${told(exchange)}.`,
    zh: `合法的 ${purchase} 调用没有得到可供判断的实例：${told(exchange)}。`,
  })
}

const sellsNothing = {
  en: 'Nothing is bought by these interfaces.',
  zh: '这类接口不涉及购买。',
}

function told({ http, answer }: Exchange): string {
  if (http.kind === 'unreachable') return http.reason
  if (http.kind === 'silence') return `${http.milliseconds} ms`
  return `HTTP ${http.status}, resultCode ${answer.resultCode ?? '-'}`
}
