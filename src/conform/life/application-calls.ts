import type { Members } from '../exchange.ts'
import type { Rule, Text } from '../rule.ts'
import { licenseApplication } from './license-application.ts'
import { mustBeDone, unlessDone } from './outcome.ts'
import { sold } from './subject.ts'

/** Judges that an application for a license with these members succeeds where an ordinary one does. */
export function applicationWith(overrides: Members, what: Text): Rule['judge'] {
  return async (seller) => {
    const { id } = await sold(seller)
    const plain = mustBeDone(await seller.call('getLicenseAsync', licenseApplication(seller, id)))
    return unlessDone(
      await seller.call('getLicenseAsync', licenseApplication(seller, id, overrides)),
      (outcome) => ({ en: `${what.en}: ${outcome.en}.`, zh: `${what.zh}：${outcome.zh}。` }),
      plain,
    )
  }
}
