import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isAccepted, outcomeOf } from '../../judging.ts'
import { judgedBy } from '../../life/outcome.ts'
import { stepOf } from '../../life/steps.ts'
import { breach, type Rule } from '../../rule.ts'
import { buyAsTest, callAsTest, testOfUnknown } from '../../test-calls.ts'

export const rule = {
  id: 'test-calls/release-again',
  generations: testOfUnknown.generationsOf('release'),
  severity: 'error',
  source: documents.debugging,
  title: {
    en: 'Answers success to the saved release of an id that it never made, again and again.',
    zh: '反复重放“释放从未创建过的ID”这一用例时始终返回成功。',
  },
  consequence: consequences.dialTest,
  mend: {
    en: 'A test call leaves nothing behind that a later one could stumble over: nothing is released or used up by it.',
    zh: '测试调用不要留下影响后续调用的状态：不要因为测试调用而标记已释放或已使用。',
  },
  async judge(seller) {
    const release = stepOf(seller, 'release', await buyAsTest(seller))
    const known = [await callAsTest(seller, release), await callAsTest(seller, release)]
    if (!known.every(isAccepted)) throw judgedBy('repeats/release')
    const unknown = { id: seller.newId('NEVERMADE'), orderId: seller.newId('ORDER') }
    const saved = stepOf(seller, 'release', unknown)
    const first = await callAsTest(seller, saved)
    if (!isAccepted(first)) throw judgedBy('test-calls/release-unknown')
    const again = await callAsTest(seller, saved)
    if (isAccepted(again)) return []
    const { en, zh } = outcomeOf(again)
    const message = {
      en: `The saved case ${again.activity} fails when it is sent a second time: ${en}.`,
      zh: `用例 ${again.activity} 第二次发送时失败：${zh}。`,
    }
    return [breach(message, first, again)]
  },
} satisfies Rule
