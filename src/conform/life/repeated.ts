import type { Rule, Text } from '../rule.ts'
import { unlessDone } from './outcome.ts'
import { play, playWell, type StepName, stepOf } from './steps.ts'
import { sold } from './subject.ts'

/** Judges that a call which succeeded succeeds again with the same members. */
export function repeated(name: StepName, what: Text): Rule['judge'] {
  return async (seller) => {
    const again = stepOf(seller, name, await sold(seller))
    const first = await playWell(seller, again)
    return unlessDone(
      await play(seller, again),
      (outcome) => ({
        en: `The first ${what.en} succeeded; the same call again: ${outcome.en}.`,
        zh: `首次${what.zh}成功，相同的调用再次发出：${outcome.zh}。`,
      }),
      first,
    )
  }
}
