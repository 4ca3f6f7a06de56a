import { fingerprint } from '../crypto/fingerprint.ts'
import type { Generation } from './generations.ts'
import type { Reached } from './judgement.ts'
import type { RuleContext } from './judge-rule.ts'
import { untilStopped } from './lanes.ts'
import { seededRandom } from './random.ts'
import { reach } from './reach.ts'
import { createSeller } from './seller.ts'
import { keyOf } from './seller-keys.ts'
import { addressOf } from './target.ts'

/**
 * Makes the first call of each generation, one address after the other: where one is not reached,
 * nothing more is sent there.
 */
export async function reachAll(
  generations: readonly Generation[],
  context: RuleContext,
): Promise<readonly Reached[]> {
  const all: Reached[] = []
  for (const generation of generations) {
    const before = all.find(
      (one) =>
        one.state === 'unreachable' && one.url.host === addressOf(context.target, generation).host,
    )
    all.push(
      before ? { ...before, ...nameOf(generation, context) } : await one(generation, context),
    )
  }
  return all
}

async function one(generation: Generation, context: RuleContext): Promise<Reached> {
  const name = nameOf(generation, context)
  try {
    const random = seededRandom(context.seed, generation)
    const seller = createSeller({ ...context, generation, random })
    return { ...name, ...(await untilStopped(reach(seller), context.signal)) }
  } catch (error) {
    if (context.signal?.aborted) return { ...name, state: 'stopped', exchanges: [] }
    throw error
  }
}

function nameOf(generation: Generation, { target, keys }: RuleContext) {
  const key = fingerprint(keyOf(keys, generation))
  return { generation, url: addressOf(target, generation), key }
}
