import type { Exchange, Members } from '../exchange.ts'
import type { Activity } from '../members.ts'
import type { Rule, Text } from '../rule.ts'
import type { Seller } from '../seller.ts'
import { type Binding, bound, newBinding, tenant } from './binding.ts'
import { mustBeDone, unlessDone } from './outcome.ts'

type Make = (seller: Seller, binding: Binding) => Members

/** Calls of one interface of the kit about one binding, the last of which is judged; `what` names it. */
export interface KitCalls {
  readonly activity: Activity
  readonly calls: readonly Make[]
  readonly what: Text
}

/** Judges that a call about an enterprise succeeds after others of its kind that did. */
export function kitCalls({ activity, calls, what }: KitCalls): Rule['judge'] {
  return async (seller) => {
    const binding = activity === 'tenantSync' ? newBinding(seller) : await bound(seller)
    const made: Exchange[] = []
    for (const call of calls) {
      made.slice(-1).forEach(mustBeDone)
      made.push(await seller.call(activity, call(seller, binding)))
    }
    return made
      .slice(-1)
      .flatMap((last) =>
        unlessDone(
          last,
          (outcome) => ({ en: `${what.en}: ${outcome.en}.`, zh: `${what.zh}：${outcome.zh}。` }),
          ...made.slice(0, -1),
        ),
      )
  }
}

/** Adds an enterprise, tells of it with each of these, and judges the last of them. */
export function tenantCalls(overrides: readonly Members[], what: Text): Rule['judge'] {
  const calls = [{}, ...overrides].map(
    (own): Make =>
      (seller, binding) =>
        tenant(seller, binding, own),
  )
  return kitCalls({ activity: 'tenantSync', calls, what })
}
