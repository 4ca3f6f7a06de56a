import { createAccounts } from './accounts.ts'
import { createStoreCaller, type CallerOptions, type CallOptions } from './caller.ts'
import type { Generation, StoreCall } from '../calls/calls.ts'
import { debugCasesOf } from '../calls/debug-cases.ts'
import type { Delivery } from './delivery.ts'
import { replayCases } from './dial-test.ts'
import type { OrderKey } from '../products/order-ids.ts'
import type { OrderStore } from '../api/order-store.ts'
import { endOfPeriods } from '../products/period.ts'
import { products } from '../products/products.ts'
import { createEncryption, type Encryption, type EncryptionKeys } from '../calls/encryption.ts'

/** What the calls of a script are made of. */
export interface ScenarioContext {
  /** The order of a name, the same each time. */
  readonly order: (name: string) => OrderKey
  /** Where so many years from the first day on end. */
  readonly yearsOn: (years: number) => Date
  readonly now: () => Date
  /** The instance of the last purchase, or empty. */
  readonly instanceId: () => string
  readonly encryption: Encryption
}

/** A store that calls as a script tells it, with the documented repeats of each call. */
export interface ScriptedStore {
  readonly context: ScenarioContext
  /** Makes a call, each attempt anew. */
  readonly call: (
    make: (context: ScenarioContext) => StoreCall,
    how?: CallOptions,
  ) => Promise<Delivery>
  /** Replays the debug cases of a generation. */
  readonly dialTest: (generation: Generation) => Promise<Delivery>
}

/** Whom to call, what to encrypt with, and where orders are put for the seller's order query. */
export interface ScriptedStoreOptions extends CallerOptions, Omit<EncryptionKeys, 'v1Key'> {
  readonly orderStore?: Pick<OrderStore, 'orders'>
}

/** Opens a store for scripts of any generation; what V1 and the kit encrypt is encrypted. */
export function createScriptedStore(options: ScriptedStoreOptions): ScriptedStore {
  const call = createStoreCaller(options)
  const encryption = createEncryption({ ...options, v1Key: options.keys.v1 })
  const memory = { instanceId: '' }
  const context = createContext(options, encryption, memory)
  return {
    context,
    async call(make, how) {
      const delivery = await call(() => make(context), how)
      const instanceId = delivery.attempts.at(-1)?.answer.instanceId
      if (instanceId === undefined) return delivery
      memory.instanceId = instanceId
      return { ...delivery, instanceId }
    },
    dialTest: (generation) => replayCases(call, debugCasesOf(generation, encryption)),
  }
}

function createContext(
  { clock, orderStore }: ScriptedStoreOptions,
  encryption: Encryption,
  memory: { readonly instanceId: string },
): ScenarioContext {
  const firstDay = clock.now()
  const orders = new Map<string, OrderKey>()
  const place = (expireTime: Date) => {
    const sale = { product: products.standardYear, quantity: 1, periods: 1, expireTime }
    return createAccounts(clock, orderStore).placeOrder('RENEW', sale)
  }
  return {
    order(name) {
      const order = orders.get(name) ?? place(endOfPeriods(firstDay, 'year'))
      orders.set(name, order)
      return order
    },
    yearsOn: (years) => endOfPeriods(firstDay, 'year', years),
    now: () => clock.now(),
    instanceId: () => memory.instanceId,
    encryption,
  }
}
