import { callTime } from '../../../simulator/store-time.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { isAccepted, outcomeOf } from '../../judging.ts'
import { generationsWith, stepOf } from '../../life/steps.ts'
import { breach, CannotJudge, type Rule } from '../../rule.ts'
import { callAsTest } from '../../test-calls.ts'

// A case that was saved when the product was listed.
const expired = callTime(new Date('2022-11-24T02:36:18.256Z'))

export const rule = {
  id: 'test-calls/old-expiry',
  generations: generationsWith('renew'),
  severity: 'error',
  source: {
    ...documents.debugging,
    note: {
      en: 'Saved cases carry the values that were typed once, and are replayed for as long as the product is sold.',
      zh: '已保存的用例携带当时填写的值，商品在售期间会一直重放。',
    },
  },
  title: {
    en: 'Answers success to a test renewal whose expireTime has long passed.',
    zh: '测试续费的 expireTime 早已过去时仍返回成功。',
  },
  consequence: consequences.dialTest,
  mend: {
    en: 'Do not compare expireTime of a test call with the present day.',
    zh: '不要用当前日期校验测试调用的 expireTime。',
  },
  async judge(seller) {
    const subject = { id: seller.newId('INSTANCE'), orderId: seller.newId('ORDER') }
    const plain = await callAsTest(seller, stepOf(seller, 'renew', subject))
    if (!isAccepted(plain)) throw new CannotJudge(noRenewal)
    const expireTime = expired.slice(0, String(plain.members['expireTime']).length)
    const made = await callAsTest(seller, stepOf(seller, 'renew', subject, { expireTime }))
    if (isAccepted(made)) return []
    const { en, zh } = outcomeOf(made)
    const message = {
      en: `A test renewal until ${expireTime}: ${en}.`,
      zh: `到期时间为 ${expireTime} 的测试续费：${zh}。`,
    }
    return [breach(message, made)]
  },
} satisfies Rule

const noRenewal = {
  en: 'A test renewal with a later expireTime is not accepted either.',
  zh: 'expireTime 在将来的测试续费同样未被接受。',
}
