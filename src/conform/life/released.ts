import { breach, type Rule, type Text } from '../rule.ts'
import { isDone } from './outcome.ts'
import { play, playWell, type StepName, stepOf } from './steps.ts'
import { sold } from './subject.ts'

/** Judges that a step which succeeds before a release is refused after it. */
export function refusedOnceReleased(step: StepName, what: Text): Rule['judge'] {
  return async (seller) => {
    const subject = await sold(seller)
    const before = await playWell(seller, stepOf(seller, step, subject))
    const release = await playWell(seller, stepOf(seller, 'release', subject))
    const after = await play(seller, stepOf(seller, step, subject))
    if (!isDone(after)) return []
    const message = {
      en: `${what.en} was accepted after the release.`,
      zh: `释放之后仍接受了${what.zh}。`,
    }
    return [breach(message, before, release, after)]
  }
}
