import { createPublicKey } from 'node:crypto'
import { expect, test } from 'vitest'
import { judge } from '../../src/conform/judge.ts'
import { endingOf } from '../../src/conform/report.ts'
import { rules } from '../../src/conform/rules/index.ts'
import { makeAccessKeys } from '../../src/simulator/calls/access-keys.ts'
import { samples } from '../broken-sellers/public-samples/samples.ts'
import { startSeller, targetOf } from '../broken-sellers/right-seller/start.ts'
import { privateKeys } from '../crypto/private-keys.ts'
import { drawn, isLong, scale, seed } from '../harness/scale.ts'
import { brokenIn } from './foreign-sellers.ts'

const publicKey = createPublicKey(privateKeys.current)

/** The rules of a run: all that are about the generation, or those that are broken and some others. */
function rulesFor({ generation, breaks }: (typeof samples)[string]) {
  const about = rules.filter(({ generations }) => generations.includes(generation))
  if (isLong) return about
  const own = about.filter(({ id }) => breaks.includes(id))
  return [
    ...own,
    ...drawn(
      about.filter((rule) => !own.includes(rule)),
      scale.sampledRules,
    ),
  ]
}

test.each(drawn(Object.entries(samples), scale.publicSamples))(
  '%s is found out',
  async (_what, sample) => {
    const keys = makeAccessKeys()
    const seller = await startSeller({ keys, privateKey: privateKeys.current, twin: sample.twin })
    try {
      const report = await judge({
        target: targetOf(seller),
        generations: [sample.generation],
        keys,
        encryption: { publicKey },
        rules: rulesFor(sample),
        seed,
      })
      expect(brokenIn(report)).toEqual(sample.breaks)
      const isRefused = sample.breaks.length === 0
      expect(report.reached.map(({ state }) => state)).toEqual([isRefused ? 'refused' : 'reached'])
      expect(endingOf(report)).toBe(isRefused ? 'notJudged' : 'broken')
    } finally {
      await seller.close()
    }
  },
)
