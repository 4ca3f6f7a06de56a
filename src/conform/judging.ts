import { done, underWay } from '../simulator/calls/result-codes.ts'
import type { Exchange, Members, Spoil } from './exchange.ts'
import type { Activity } from './members.ts'
import { breach, type Breach, CannotJudge, type Text } from './rule.ts'
import type { Seller } from './seller.ts'

/** A call to judge; `what` names it in words that "was accepted" can follow. */
export interface JudgedCall {
  readonly what: Text
  /** One that needs nothing before it, by default. */
  readonly activity?: Activity
  readonly members?: Members
  readonly spoil?: Spoil
}

/** True if the seller did what the call asked, or began to. */
export function isAccepted({ answer: { resultCode } }: Exchange): boolean {
  return resultCode === done || resultCode === underWay
}

/**
 * A valid call, made to have something to compare with. Throws CannotJudge unless it is accepted:
 * nothing follows from the refusal of a spoiled call where every call is refused.
 */
export async function plainCall(
  seller: Seller,
  activity: Activity = seller.plain,
  overrides?: Members,
): Promise<Exchange> {
  const made = await seller.call(activity, seller.valid(activity, overrides))
  if (isAccepted(made)) return made
  const { en, zh } = outcomeOf(made)
  throw new CannotJudge({
    en: `A valid ${activity} is not accepted either: ${en}.`,
    zh: `合法的 ${activity} 调用同样未被接受：${zh}。`,
  })
}

/** A breach if the call is accepted. */
export async function mustRefuse(
  seller: Seller,
  { what, ...call }: JudgedCall,
): Promise<readonly Breach[]> {
  const made = await judgedCall(seller, call)
  if (!isAccepted(made)) return []
  const { en, zh } = outcomeOf(made)
  return [breach({ en: `${what.en} was accepted: ${en}.`, zh: `${what.zh}被接受：${zh}。` }, made)]
}

/** A breach unless the call is accepted. */
export async function mustAccept(
  seller: Seller,
  { what, ...call }: JudgedCall,
): Promise<readonly Breach[]> {
  const made = await judgedCall(seller, call)
  if (isAccepted(made)) return []
  const { en, zh } = outcomeOf(made)
  return [
    breach({ en: `${what.en} was not accepted: ${en}.`, zh: `${what.zh}未被接受：${zh}。` }, made),
  ]
}

function judgedCall(seller: Seller, call: Omit<JudgedCall, 'what'>): Promise<Exchange> {
  const { activity = seller.plain, members = seller.valid(activity), spoil } = call
  return seller.call(activity, members, spoil)
}

/** What came of a call, in a few words. */
export function outcomeOf({ http, answer }: Exchange): Text {
  if (http.kind === 'silence')
    return {
      en: `no answer within ${http.milliseconds} ms`,
      zh: `${http.milliseconds} 毫秒内没有应答`,
    }
  if (http.kind === 'unreachable')
    return { en: `no answer (${http.reason})`, zh: `没有应答（${http.reason}）` }
  if (http.status !== 200 || answer.resultCode === undefined)
    return { en: `HTTP status ${http.status}`, zh: `HTTP 状态码 ${http.status}` }
  return { en: `resultCode ${answer.resultCode}`, zh: `resultCode 为 ${answer.resultCode}` }
}
