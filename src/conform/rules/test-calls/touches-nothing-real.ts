import { documents } from '../../documents.ts'
import { isAccepted, outcomeOf } from '../../judging.ts'
import { playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { breach, type Rule } from '../../rule.ts'
import { callAsTest } from '../../test-calls.ts'

export const rule = {
  id: 'test-calls/touches-nothing-real',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseB', 'licenseC'],
  severity: 'warning',
  source: {
    ...documents.debugging,
    note: {
      en: 'testFlag 1 is a call of the debugger, not of a buyer; what it must leave alone follows from that (inferred).',
      zh: 'testFlag 为 1 表示调试调用而非买家的调用；由此推断它不能影响真实数据。',
    },
  },
  title: {
    en: 'Leaves a real instance alone when a test call releases its id.',
    zh: '测试调用释放某个ID时，不影响同ID的真实实例。',
  },
  consequence: {
    en: 'A case that was saved with the id of a real instance releases it at the next dial test: a buyer loses what was paid for, and the seller is liable.',
    zh: '如果用例中填写了真实实例ID，下一次拨测就会把它释放：买家失去已付款的服务，损失由商家承担。',
  },
  mend: {
    en: 'Keep test calls and real ones apart by testFlag, down to the table.',
    zh: '按 testFlag 将测试调用与真实调用彻底隔离，数据表也要分开。',
  },
  needs: ['full'],
  async judge(seller) {
    const subject = await sold(seller)
    const before = await playWell(seller, stepOf(seller, 'renew', subject))
    const test = await callAsTest(seller, stepOf(seller, 'release', subject))
    const step = stepOf(seller, 'renew', subject)
    const after = await seller.call(step.activity, step.members)
    if (isAccepted(after)) return []
    const { en, zh } = outcomeOf(after)
    const message = {
      en: `A real renewal after a test release of the same id: ${en}.`,
      zh: `测试释放同一ID之后的真实续费：${zh}。`,
    }
    return [breach(message, before, test, after)]
  },
} satisfies Rule
