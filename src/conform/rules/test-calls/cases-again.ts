import { activitiesOf } from '../../activities-of.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isAccepted, outcomeOf } from '../../judging.ts'
import { breach, CannotJudge, type Breach, type Rule } from '../../rule.ts'
import { callAsTest } from '../../test-calls.ts'

export const rule = {
  id: 'test-calls/cases-again',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'error',
  source: documents.debugging,
  title: {
    en: 'Answers success to the same saved cases again and again.',
    zh: '反复重放同一组已保存的用例时始终返回成功。',
  },
  consequence: consequences.dialTest,
  mend: {
    en: 'A test call leaves nothing behind that a later one could stumble over: nothing is released, used up or taken by it.',
    zh: '测试调用不要留下影响后续调用的状态:不要因为测试调用而标记已释放、已使用或已占用。',
  },
  async judge(seller) {
    const cases = activitiesOf(seller.generation).map((activity) => ({
      activity,
      members: seller.valid(activity),
    }))
    const found: Breach[] = []
    for (const one of cases) {
      const first = await callAsTest(seller, one)
      if (!isAccepted(first)) throw new CannotJudge(failsAtOnce(one.activity))
    }
    for (const one of cases) {
      const again = await callAsTest(seller, one)
      if (isAccepted(again)) continue
      const { en, zh } = outcomeOf(again)
      const message = {
        en: `The saved case ${one.activity} fails when it is sent a second time: ${en}.`,
        zh: `用例 ${one.activity} 第二次发送时失败:${zh}。`,
      }
      found.push(breach(message, again))
    }
    return found
  },
} satisfies Rule

function failsAtOnce(activity: string) {
  return {
    en: `The case ${activity} fails the first time already.`,
    zh: `用例 ${activity} 第一次发送就失败。`,
  }
}
