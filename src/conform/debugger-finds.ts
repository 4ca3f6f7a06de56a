import type { Check } from '../simulator/checks/check-answer.ts'
import { activitiesOf } from './generations.ts'
import type { Exchange, Members } from './exchange.ts'
import { faultText } from './fault-text.ts'
import { play, type StepName, stepOf } from './life/steps.ts'
import type { Activity } from './members.ts'
import { newSubject } from './new-subject.ts'
import { breach, type Breach } from './rule.ts'
import type { Seller } from './seller.ts'

/**
 * A valid call of every activity that all sellers of a generation have, each about an instance of its
 * own: what one call did to an instance is no matter of the next.
 */
export async function callEach(seller: Seller): Promise<readonly Exchange[]> {
  const made: Exchange[] = []
  for (const activity of activitiesOf(seller.generation)) {
    // All that the kit tells is of the enterprise that its first call told of.
    const { tenantId } = made[0]?.members ?? {}
    const isFirst = activity === seller.plain
    made.push(
      isFirst
        ? await seller.call(activity, seller.valid(activity))
        : await callAbout(seller, activity, tenantId === undefined ? {} : { tenantId }),
    )
  }
  return made
}

const stepNames: Readonly<Partial<Record<Activity, StepName>>> = {
  queryInstance: 'query',
  refreshInstance: 'renew',
  refreshLicense: 'renew',
  updateInstanceStatus: 'freeze',
  updateLicenseCodeStatus: 'freeze',
  expireInstance: 'expire',
  expireLicense: 'expire',
  releaseInstance: 'release',
  releaseLicense: 'release',
  releaseLicenseCode: 'release',
}

async function callAbout(seller: Seller, activity: Activity, tenant: Members): Promise<Exchange> {
  const subject = await newSubject(seller)
  const name = stepNames[activity]
  if (name !== undefined) return play(seller, stepOf(seller, name, subject))
  const { instanceId, ...members } = seller.valid(activity)
  // In the kit there is none while it is debugged.
  const isNamed = typeof instanceId === 'string' && instanceId !== ''
  const about = instanceId === undefined ? {} : { instanceId: isNamed ? subject.id : instanceId }
  return seller.call(activity, { ...members, ...about, ...tenant })
}

/** What one check of the store's debugger finds in the answers to valid calls; usage has rules of its own. */
export async function debuggerFinds(seller: Seller, check: Check): Promise<readonly Breach[]> {
  const made = await callEach(seller)
  return made.flatMap((exchange) =>
    seller
      .faults(exchange)
      .filter((fault) => fault.check === check && !fault.message.includes('usageInfo'))
      .map(({ message }) => breach(inAnswer(exchange.activity, message), exchange)),
  )
}

/** What a check found in the answer to a valid call. */
export function inAnswer(activity: string, message: string) {
  const { en, zh } = faultText(message)
  return { en: `A valid ${activity}: ${en}.`, zh: `合法的 ${activity} 调用：${zh}。` }
}
