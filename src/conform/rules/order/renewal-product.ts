import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { unlessDone } from '../../life/outcome.ts'
import { play, playWell, stepOf } from '../../life/steps.ts'
import { sold } from '../../life/subject.ts'
import type { Rule } from '../../rule.ts'

export const rule = {
  id: 'order/renewal-product',
  generations: ['saasV2', 'saasV1', 'licenseA', 'licenseC'],
  severity: 'error',
  source: documents.refreshInstanceV1,
  title: {
    en: 'Takes a renewal that names another productId, as when the kind of period changes.',
    zh: '续费时周期类型变化会带来新的 productId，应予接受。',
  },
  consequence: consequences.changeStops,
  mend: {
    en: 'productId is optional: absent where the kind of period stays, the new one where it changes (month to year). Take both.',
    zh: 'productId 为可选：周期类型不变时不传，变化（如月变年）时为新的 productId，两种情况都要接受。',
  },
  async judge(seller) {
    const subject = await sold(seller)
    const without = await playWell(seller, stepOf(seller, 'renew', subject))
    const productId = 'OFFI461867333479178241'
    return unlessDone(
      await play(seller, stepOf(seller, 'renew', subject, { productId })),
      (outcome) => ({
        en: `A renewal without a productId succeeds; with another one: ${outcome.en}.`,
        zh: `不带 productId 的续费成功；带新 productId 的续费：${outcome.zh}。`,
      }),
      without,
    )
  },
} satisfies Rule
