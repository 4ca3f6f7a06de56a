import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { unlessDone } from '../../life/outcome.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'repeats/fresh-stamp',
  generations: ['saasV2', 'licenseA'],
  severity: 'error',
  source: documents.signingV2,
  title: {
    en: 'Takes the same body with a fresh timestamp and nonce as a new call, not as a replay.',
    zh: '相同请求体配上新的 timestamp 和 nonce 时按新调用处理，不当作重放攻击。',
  },
  consequence: consequences.instanceUnseen,
  mend: {
    en: 'Guard against replays by the nonce alone. The store asks for the same instance again and again, with the same bytes in the body.',
    zh: '只按 nonce 防重放。云商店会反复查询同一实例，请求体的字节完全相同。',
  },
  async judge(seller) {
    const query = stepOf(seller, 'query', await sold(seller))
    const first = await playWell(seller, query)
    return unlessDone(
      await play(seller, query),
      (outcome) => ({
        en: `A query was answered; the same query with a fresh nonce: ${outcome.en}.`,
        zh: `查询首次成功，换了 nonce 的相同查询：${outcome.zh}。`,
      }),
      first,
    )
  },
} satisfies Rule
