import type { Check } from '../simulator/checks/check-answer.ts'
import { activitiesOf } from './activities-of.ts'
import type { Exchange, Members } from './exchange.ts'
import { faultText } from './fault-text.ts'
import { breach, type Breach } from './rule.ts'
import type { Seller } from './seller.ts'

/**
 * A valid call of every activity that all sellers of a generation have, in the order of a life: what
 * the first one made, the others are about.
 */
export async function callEach(seller: Seller): Promise<readonly Exchange[]> {
  const own = { license: seller.newId('LICENSE'), tenantId: seller.newId('TENANT') }
  const made: Exchange[] = []
  for (const activity of activitiesOf(seller.generation)) {
    const members = seller.valid(activity)
    const instanceId = made[0]?.answer.instanceId
    const ids: Members = { ...own, ...(instanceId !== undefined && { instanceId }) }
    const named = Object.entries(ids).filter(([name]) => Object.hasOwn(members, name))
    made.push(await seller.call(activity, { ...members, ...Object.fromEntries(named) }))
  }
  return made
}

/** What one check of the store's debugger finds in the answers to valid calls. */
export async function debuggerFinds(seller: Seller, check: Check): Promise<readonly Breach[]> {
  const made = await callEach(seller)
  return made.flatMap((exchange) =>
    seller
      .faults(exchange)
      .filter((fault) => fault.check === check)
      .map(({ message }) => breach(inAnswer(exchange.activity, message), exchange)),
  )
}

function inAnswer(activity: string, message: string) {
  const { en, zh } = faultText(message)
  return { en: `A valid ${activity}: ${en}.`, zh: `合法的 ${activity} 调用：${zh}。` }
}
