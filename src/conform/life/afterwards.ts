import type { Rule, Text } from '../rule.ts'
import { unlessDone } from './outcome.ts'
import { play, playWell, type StepName, stepOf } from './steps.ts'
import { sold } from './subject.ts'

/** A step that has to succeed once others have; the words say after what, and which. */
export interface Afterwards {
  readonly after: readonly StepName[]
  readonly step: StepName
  readonly what: Text
  /** The step succeeds with another subject that nothing has happened to, or there is nothing to judge. */
  readonly worksAlone?: true
}

/** Judges that a step succeeds after others that did. */
export function afterwards({ after, step, what, worksAlone }: Afterwards): Rule['judge'] {
  return async (seller) => {
    if (worksAlone) await playWell(seller, stepOf(seller, step, await sold(seller)))
    const subject = await sold(seller)
    const before = []
    for (const name of after) before.push(await playWell(seller, stepOf(seller, name, subject)))
    return unlessDone(
      await play(seller, stepOf(seller, step, subject)),
      (outcome) => ({
        en: `${what.en}: ${outcome.en}.`,
        zh: `${what.zh}：${outcome.zh}。`,
      }),
      ...before,
    )
  }
}
