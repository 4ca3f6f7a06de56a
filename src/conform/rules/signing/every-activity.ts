import { randomBytes } from 'node:crypto'
import { activitiesOf } from '../../generations.ts'
import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { withSeveralActivities } from '../../families.ts'
import { mustRefuse } from '../../judging.ts'
import { refusesStrangers } from '../../refusals.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'signing/every-activity',
  generations: withSeveralActivities,
  severity: 'error',
  source: documents.signingV2,
  title: {
    en: 'Verifies the signature of every interface, not only of the first one.',
    zh: '对每个接口都验签，而不只是第一个接口。',
  },
  consequence: consequences.forged,
  mend: {
    en: 'Verify in one place that every call passes before it is told apart by its activity.',
    zh: '在按 activity 分发之前，统一对所有调用验签。',
  },
  async judge(seller) {
    await refusesStrangers(seller)
    const stranger = seller.withKey(randomBytes(16).toString('hex'))
    const others = activitiesOf(seller.generation).filter((activity) => activity !== seller.plain)
    const found = []
    for (const activity of others) {
      const what = {
        en: `${activity}, signed with another key,`,
        zh: `用其他密钥签名的 ${activity} 调用`,
      }
      found.push(...(await mustRefuse(stranger, { what, activity })))
    }
    return found
  },
} satisfies Rule
