import { done, mayBeUnderWay, underWay } from '../../simulator/calls/result-codes.ts'
import type { Exchange } from '../exchange.ts'
import { outcomeOf } from '../judging.ts'
import { breach, type Breach, CannotJudge, type Text } from '../rule.ts'

/** True for an answer that the store takes as carried out, or as under way where that is allowed. */
export function isDone({ generation, activity, answer: { resultCode } }: Exchange): boolean {
  const mayTakeTime = mayBeUnderWay({ generation, activity })
  return resultCode === done || (resultCode === underWay && mayTakeTime)
}

/** A breach for a call that was not carried out; `before` are the calls that show why it should be. */
export function unlessDone(
  made: Exchange,
  message: (outcome: Text) => Text,
  ...before: readonly Exchange[]
): readonly Breach[] {
  return isDone(made) ? [] : [breach(message(outcomeOf(made)), ...before, made)]
}

/**
 * The same of calls at once: one breach, which counts those that were not carried out. Throws
 * CannotJudge if the signature of one did not hold, which another rule is about.
 */
export function unlessAllDone(
  made: readonly Exchange[],
  message: (outcome: Text) => Text,
): readonly Breach[] {
  const failed = made.filter((one) => !isDone(one))
  if (failed.some(isUnsigned)) throw judgedBy('concurrency/same-millisecond')
  const [first] = failed
  if (first === undefined) return []
  const { en, zh } = outcomeOf(first)
  const count = `${failed.length} / ${made.length}`
  return [breach(message({ en: `${count}: ${en}`, zh: `${count}：${zh}` }), ...failed)]
}

const isUnsigned = ({ answer: { resultCode } }: Exchange) => resultCode === '000001'

/** Throws CannotJudge where a call that a rule builds on was not carried out. */
export function mustBeDone(made: Exchange): Exchange {
  if (isDone(made)) return made
  const { en, zh } = outcomeOf(made)
  throw new CannotJudge({
    en: `A ${made.activity} that the rule builds on: ${en}.`,
    zh: `该规则所依赖的 ${made.activity} 调用：${zh}。`,
  })
}

/** What a rule throws where another one is broken, which hides it. */
export function judgedBy(rule: string): CannotJudge {
  return new CannotJudge({
    en: `What is looked at here shows only at a seller that keeps the rule ${rule}.`,
    zh: `只有先满足规则 ${rule}，才能判断本规则。`,
  })
}
