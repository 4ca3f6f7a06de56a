import { describe, expect, test } from 'vitest'
import { endingOf } from '../../src/conform/report.ts'
import { isLong } from '../harness/scale.ts'
import { brokenIn, foreignSellers, isHere, judgeForeign } from './foreign-sellers.ts'

describe.each(Object.entries(foreignSellers))(
  'a seller in %s, with nothing but what the language brings',
  (language, seller) => {
    const canRun = isHere(language, seller)
    test.runIf(canRun)('is judged to be right, over HTTP', async () => {
      const report = await judgeForeign(seller)
      expect(brokenIn(report)).toEqual([])
      expect(endingOf(report)).toBe('kept')
      expect(report.judgements.length).toBeGreaterThan(isLong ? 100 : 8)
    })

    // A second start of Java takes longer than all that is judged.
    test.runIf(canRun && (isLong || language === 'python'))(
      'is found out when it makes one mistake',
      async () => {
        const report = await judgeForeign(seller, seller.mistake)
        expect(brokenIn(report)).toEqual(seller.breaks)
        expect(endingOf(report)).toBe('broken')
      },
    )
  },
)
