import { consequences } from '../../consequences.ts'
import { documents } from '../../documents.ts'
import { mustAccept, plainCall } from '../../judging.ts'
import type { Breach, Rule } from '../../rule.ts'

const modes = ['0', '1', '3', '5']

export const rule = {
  id: 'tolerance/charging-modes',
  generations: ['saasV1'],
  severity: 'warning',
  source: {
    ...documents.newInstanceV1,
    note: {
      en: 'Only the modes that you sell ever come: a mode that you do not sell is no fault.',
      zh: '只会收到商家所售计费方式的调用：不支持未销售的计费方式不算错误。',
    },
  },
  title: {
    en: 'Accepts purchases of every charging mode: by use (0), by period (1), once (3), package (5).',
    zh: '接受各种计费方式的新购：按需（0）、包周期（1）、按次（3）、按需套餐包（5）。',
  },
  consequence: consequences.purchaseFails,
  mend: {
    en: 'Read periodType, periodNumber and expireTime only where chargingMode is 1: the others come without them.',
    zh: '只有 chargingMode 为 1 时才读取 periodType、periodNumber 和 expireTime，其他计费方式不会传这些参数。',
  },
  async judge(seller) {
    await plainCall(seller)
    const found: Breach[] = []
    for (const chargingMode of modes) {
      const timeless = { periodType: undefined, periodNumber: undefined, expireTime: undefined }
      const members = { chargingMode, ...(chargingMode !== '1' && timeless) }
      const what = {
        en: `A purchase with chargingMode ${chargingMode}`,
        zh: `chargingMode 为 ${chargingMode} 的新购`,
      }
      const call = { what, members: seller.valid(seller.plain, members) }
      found.push(...(await mustAccept(seller, call)))
    }
    return found
  },
} satisfies Rule
