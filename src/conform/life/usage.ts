import { breach, CannotJudge, type Rule, type Text } from '../rule.ts'
import { shownUsage } from './shown.ts'
import { playWell, stepOf } from './steps.ts'
import { sold } from './subject.ts'

type Usage = Readonly<Record<string, unknown>>

/** What is wrong with one item of usageInfo, or undefined. */
export type FindFault = (usage: Usage) => Text | undefined

/** Judges each item of the usage that a query shows. Throws CannotJudge where it shows none. */
export function eachUsage(find: FindFault): Rule['judge'] {
  return async (seller) => {
    const subject = await sold(seller)
    const made = await playWell(seller, stepOf(seller, 'query', subject))
    const shown = shownUsage(made)
    if (shown.length === 0) throw new CannotJudge(noUsage)
    return shown.flatMap((one) => {
      const fault = find(one)
      return fault === undefined ? [] : [breach(fault, made)]
    })
  }
}

/** Why usage cannot be judged. */
export const noUsage: Text = {
  en: 'The instance that was bought shows no usage: only products of 按需 and 按需套餐包 have to.',
  zh: '所购实例没有返回用量：只有按需和按需套餐包商品需要返回。',
}
