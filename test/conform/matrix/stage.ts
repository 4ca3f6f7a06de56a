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

/** Opens a seller, with the mistake of a twin or without any; what it needs is started when it is needed. */
export function openStage(twin?: Twin): Stage {
  const keys = makeAccessKeys()
  const formerKeys = makeAccessKeys()
  const ids = createIds('matrix')
  const own = { keys, formerKeys, privateKey: privateKeys.current, ...(twin && { twin }) }
  const alone = once(() => startSeller(own))
  const store = once(() => startOrderStore(credentials))
  // A seller that sells in earnest asks our store for its orders.
  const asking = once(async () => {
    const { url } = await store.get()
    return startSeller({ ...own, openApi: { url, ...credentials } })
  })
  return {
    async judge(rule, generation, limits) {
      const full = rule.needs?.some((need) => need === 'full' || need === 'orderQuery') ?? false
      const seller = createSeller({
        target: targetOf(await (full ? asking : alone).get()),
        generation,
        keys,
        formerKeys,
        random: seededRandom(seed, rule.id),
        ids,
        full,
        ...(full && { orderStore: await store.get() }),
        ...(limits && { limits }),
        encryption: { publicKey },
      })
      return rule.judge(seller).then(outcomeOf, notJudged)
    },
    async close() {
      await Promise.all([alone, asking, store].map((one) => one.close()))
    },
  }
}

/** Something that is started once, when it is asked for first. */
function once<Started extends { close(): Promise<void> }>(start: () => Promise<Started>) {
  let started: Promise<Started> | undefined
  return {
    get: () => (started ??= start()),
    close: async () => (await started)?.close(),
  }
}

function outcomeOf([first]: Awaited<ReturnType<Rule['judge']>>): Outcome {
  return first === undefined ? { kind: 'kept' } : { kind: 'broken', message: first.message.en }
}

function notJudged(error: unknown): Outcome {
  if (!(error instanceof CannotJudge)) throw error
  return { kind: 'not judged', message: error.message }
}
