import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { atOnce } from '../../life/at-once.ts'
import { unlessAllDone } from '../../life/outcome.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'concurrency/freeze-beside-renewal',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseC'],
  severity: 'warning',
  source: {
    ...documents.statusV2,
    note: {
      en: 'Inferred: an instance expires while its renewal is being paid.',
      zh: '推断：实例到期的同时买家正在支付续费。',
    },
  },
  title: {
    en: 'Carries out a freeze and a renewal of one instance that come at once.',
    zh: '同一实例（授权码）的冻结与续费同时到达时，两者都执行成功。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'A conflict of two writes is no reason to refuse: read the instance again and apply the change to what is there now.',
    zh: '写冲突不应返回失败：重新读取实例，在最新状态上再次执行变更。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    const calls = ['freeze', 'freeze', 'renew', 'renew', 'freeze', 'renew'] as const
    for (const name of calls) await playWell(seller, stepOf(seller, name, subject))
    const made = await atOnce(
      (at) => play(seller, stepOf(seller, calls[at] ?? 'renew', subject)),
      calls.length,
    )
    return unlessAllDone(made, (outcome) => ({
      en: `Freezing and renewing one after the other succeeds; at once fail ${outcome.en}.`,
      zh: `依次冻结和续费均成功，并发时失败 ${outcome.zh}。`,
    }))
  },
} satisfies Rule
