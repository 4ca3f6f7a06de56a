import { createPublicKey } from 'node:crypto'
import { createIds } from '../../../src/conform/ids.ts'
import { seededRandom } from '../../../src/conform/random.ts'
import { CannotJudge, type Rule } from '../../../src/conform/rule.ts'
import { createSeller, type Limits } from '../../../src/conform/seller.ts'
import { startOrderStore } from '../../../src/simulator/api/order-store.ts'
import { makeAccessKeys } from '../../../src/simulator/calls/access-keys.ts'
import type { Generation } from '../../../src/simulator/calls/calls.ts'
import type { Twin } from '../../broken-sellers/right-seller/parts.ts'
import { startSeller, targetOf } from '../../broken-sellers/right-seller/start.ts'
import { privateKeys } from '../../crypto/private-keys.ts'
import { seed } from '../../harness/scale.ts'

/** What came of a rule at a seller: the first breach in words, if there is one. */
export type Outcome =
  | { readonly kind: 'kept' }
  | { readonly kind: 'broken'; readonly message: string }
  | { readonly kind: 'not judged'; readonly message: string }

/** A seller that rules are judged at, one after the other as in a run. */
export interface Stage {
  readonly judge: (rule: Rule, generation: Generation, limits?: Limits) => Promise<Outcome>
  readonly close: () => Promise<void>
}

const credentials = { accessKey: 'matrix', secretKey: 'matrix-secret' }
const publicKey = createPublicKey(privateKeys.current)

/** Starts a seller, with the mistake of a twin or without any. */
export async function openStage(twin?: Twin): Promise<Stage> {
  const keys = makeAccessKeys()
  const orderStore = await startOrderStore(credentials)
  const own = { keys, privateKey: privateKeys.current, ...(twin && { twin }) }
  const alone = await startSeller(own)
  // This one asks our store for its orders, which not every rule has put there.
  const asking = await startSeller({ ...own, openApi: { url: orderStore.url, ...credentials } })
  const ids = createIds('matrix')
  return {
    judge(rule, generation, limits) {
      const asks = rule.needs?.includes('orderQuery') ?? false
      const seller = createSeller({
        target: targetOf(asks ? asking : alone),
        generation,
        keys,
        random: seededRandom(seed, rule.id),
        ids,
        full: rule.needs?.includes('full') ?? false,
        ...(asks && { orderStore }),
        ...(limits && { limits }),
        encryption: { publicKey },
      })
      return rule.judge(seller).then(outcomeOf, notJudged)
    },
    async close() {
      await Promise.all([alone.close(), asking.close(), orderStore.close()])
    },
  }
}

function outcomeOf([first]: Awaited<ReturnType<Rule['judge']>>): Outcome {
  return first === undefined ? { kind: 'kept' } : { kind: 'broken', message: first.message.en }
}

function notJudged(error: unknown): Outcome {
  if (!(error instanceof CannotJudge)) throw error
  return { kind: 'not judged', message: error.message }
}
