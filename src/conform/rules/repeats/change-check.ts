import { documents } from '../../documents.ts'
import { mustBeDone, unlessDone } from '../../life/outcome.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/change-check',
  generations: ['saasV2'],
  severity: 'error',
  source: documents.changeCheck,
  title: {
    en: 'Checks a change on renewal (changeInstanceCheck) without carrying it out: asked again, it agrees again.',
    zh: '续费变更校验只做校验、不执行变更：再次询问时结论不变。',
  },
  consequence: {
    en: 'The buyer is told that the renewal is impossible, and does not renew.',
    zh: '云商店会提示买家无法续费，买家因此不能续费。',
  },
  mend: {
    en: 'Only compare the present use with the target and answer. The change itself comes later as refreshInstance with scene RENEWAL_CHANGE.',
    zh: '只比较当前用量与目标规格并作答；真正的变更稍后通过 refreshInstance（scene 为 RENEWAL_CHANGE）下发。',
  },
  async judge(seller) {
    const { id: instanceId } = await sold(seller)
    const members = seller.valid('changeInstanceCheck', { instanceId })
    const first = mustBeDone(await seller.call('changeInstanceCheck', members))
    return unlessDone(
      await seller.call('changeInstanceCheck', members),
      (outcome) => ({
        en: `The change was allowed first, and asked again: ${outcome.en}.`,
        zh: `首次校验允许变更，再次询问：${outcome.zh}。`,
      }),
      first,
    )
  },
} satisfies Rule
