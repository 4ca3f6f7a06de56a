import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isAccepted, outcomeOf } from '../../judging.ts'
import { judgedBy } from '../../life/outcome.ts'
import { stepOf } from '../../life/steps.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'
import { buyAsTest, callAsTest } from '../../test-calls.ts'

export const rule = {
  id: 'test-calls/after-release',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB'],
  severity: 'error',
  source: documents.debugging,
  title: {
    en: 'Answers success to the saved purchase after the saved release was played.',
    zh: '重放释放用例之后，再重放新购用例仍返回成功。',
  },
  consequence: consequences.dialTest,
  mend: {
    en: 'The dial test plays purchase and release with the same order every morning and afternoon: let neither end the other.',
    zh: '拨测每天上午和下午用同一订单重放新购和释放用例：不要让释放影响之后的新购。',
  },
  async judge(seller) {
    const first = await buyAsTest(seller)
    const { activity, members } = first.exchange
    const purchase = { activity: seller.purchase ?? seller.plain, members }
    if (!isAccepted(await callAsTest(seller, purchase)))
      throw judgedBy('repeats/new-instance-success')
    const released = await callAsTest(seller, stepOf(seller, 'release', first))
    if (!isAccepted(released)) throw new CannotJudge(notReleased)
    const again = await callAsTest(seller, purchase)
    if (isAccepted(again)) return []
    const { en, zh } = outcomeOf(again)
    const message = {
      en: `${activity} of the same order after its release: ${en}.`,
      zh: `释放之后同一订单的 ${activity} 调用：${zh}。`,
    }
    return [breach(message, first.exchange, released, again)]
  },
} satisfies Rule

const notReleased = {
  en: 'The test release of a test purchase is not accepted.',
  zh: '对测试新购实例的测试释放未被接受。',
}
