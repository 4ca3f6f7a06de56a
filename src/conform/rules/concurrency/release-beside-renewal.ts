import { documents } from '../../documents.ts'
import { atOnce } from '../../life/at-once.ts'
import { isDone, judgedBy } from '../../life/outcome.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import { breach, type Breach, type Rule } from '../../rule.ts'
import type { Seller } from '../../seller.ts'

export const rule = {
  id: 'concurrency/release-beside-renewal',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseC'],
  severity: 'warning',
  source: {
    ...documents.resultCodes,
    note: {
      en: 'Inferred: a release deletes the instance, and 000003 is the code for one that does not exist.',
      zh: '推断：释放即删除实例，实例不存在时应返回 000003。',
    },
  },
  needs: ['full'],
  title: {
    en: 'Stays released where a release and a renewal come at once.',
    zh: '释放与续费同时到达时，实例最终保持已释放。',
  },
  consequence: {
    en: 'The buyer has the money back, and an instance that works.',
    zh: '买家已拿到退款，实例却仍可使用。',
  },
  mend: {
    en: 'Write only what a call changes, and only to an instance that is not released: a renewal that writes back the whole instance as it was read undoes the release.',
    zh: '只写入本次变更的字段，并以“未释放”为更新条件；把读到的整个实例写回会撤销释放。',
  },
  alone: true,
  async judge(seller) {
    const other = await sold(seller)
    await playWell(seller, stepOf(seller, 'renew', other))
    await playWell(seller, stepOf(seller, 'release', other))
    if (isDone(await play(seller, stepOf(seller, 'renew', other))))
      throw judgedBy('order/released-renewal')
    for (let round = 1; round <= rounds; round += 1) {
      const breaches = await meet(seller)
      if (breaches.length > 0) return breaches
    }
    return []
  },
} satisfies Rule

// Whether the calls meet is a matter of chance.
const rounds = 3

async function meet(seller: Seller): Promise<readonly Breach[]> {
  const subject = await sold(seller)
  const calls = ['renew', 'release', 'renew', 'renew'] as const
  const made = await atOnce(
    (at) => play(seller, stepOf(seller, calls[at] ?? 'renew', subject)),
    calls.length,
  )
  const after = await play(seller, stepOf(seller, 'renew', subject))
  const release = made[calls.indexOf('release')]
  if (release === undefined || !isDone(release) || !isDone(after)) return []
  const message = {
    en: 'After a release beside renewals the instance could be renewed again.',
    zh: '释放与续费并发之后，实例仍能再次续费。',
  }
  return [breach(message, ...made, after)]
}
