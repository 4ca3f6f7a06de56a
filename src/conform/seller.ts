import { readAnswer } from '../simulator/calls/answer.ts'
import type { Generation } from './generations.ts'
import {
  createEncryption,
  type Encryption,
  type EncryptionKeys,
} from '../simulator/calls/encryption.ts'
import { endpointOf } from '../simulator/calls/endpoints.ts'
import { acceptedCodes } from '../simulator/calls/result-codes.ts'
import type { SignedRequest } from '../simulator/calls/signed-request.ts'
import { sendAny } from '../simulator/faults/send-raw.ts'
import { checkAnswer, type Fault } from '../simulator/checks/check-answer.ts'
import type { OrderStore } from '../simulator/api/order-store.ts'
import { plainActivityOf, purchaseOf } from './activities.ts'
import type { RawRequest } from '../simulator/faults/raw-request.ts'
import type { Exchange, Members, Spoil } from './exchange.ts'
import { refuseForeignId } from './guard.ts'
import type { Ids } from './ids.ts'
import { type Activity, validMembers } from './members.ts'
import { createPlaceOrder, type PlaceOrder } from './orders.ts'
import { buyOnce, type Bought } from './purchase.ts'
import type { Random } from './random.ts'
import { keyOf, type SellerKeys } from './seller-keys.ts'
import { callUrl, type Target } from './target.ts'

/**
 * How long an answer may take: `callMs` is what the interface requirements give the seller (5 s),
 * `debugMs` what the debugger waits (20 s), and so does `call`.
 */
export interface Limits {
  readonly callMs: number
  readonly debugMs: number
}

/** The limits of the documents. */
export const documentedLimits: Limits = { callMs: 5_000, debugMs: 20_000 }

/** What a rule sees of the run. */
export interface SellerOptions {
  readonly target: Target
  readonly generation: Generation
  readonly keys: SellerKeys
  /** The keys that were bound before, and that hold still while the store changes over. */
  readonly formerKeys?: SellerKeys
  readonly random: Random
  readonly ids: Ids
  readonly limits?: Limits
  /** Real calls, not test calls; in a run of real lives, for the rules that are about a life. */
  readonly full?: boolean
  /** Ours, which the seller asks about orders. */
  readonly orderStore?: OrderStore
  readonly encryption?: Omit<EncryptionKeys, 'v1Key'>
  /** Hears of every exchange. */
  readonly record?: (exchange: Exchange) => void
  /** Breaks off the run: no call is made after it. */
  readonly signal?: AbortSignal
}

/**
 * The seller under judgement, as one generation of interfaces sees it. Everything that goes through
 * it is recorded. No call ever throws for what the seller does: silence and refusal are results.
 */
export interface Seller {
  readonly generation: Generation
  /** Those that are known; `key` is the one that opens this generation. */
  readonly keys: SellerKeys
  readonly key: string
  /** The one that opened it before, if that is given. */
  readonly formerKey: string | undefined
  readonly full: boolean
  readonly limits: Limits
  readonly random: Random
  readonly orderStore: OrderStore | undefined
  /** An activity that needs nothing before it; the one that buys, if this generation has one. */
  readonly plain: Activity
  readonly purchase: Activity | undefined
  /** An id that nobody has seen before and that carries KOOGATE-CONFORM; kind: 'ORDER', 'INSTANCE' … */
  readonly newId: (kind: string) => string
  /** Places an order; `valid` places one itself, of a yearly product, where a call tells of one. */
  readonly placeOrder: PlaceOrder
  /**
   * The members of a valid request with ids of its own; an override of undefined leaves a member out.
   * The secret of applicationSync is empty without the seller's public key: such a rule needs
   * 'publicKey'.
   */
  readonly valid: (activity: Activity, overrides?: Members) => Members
  /**
   * Signs the members and sends them; `spoil` changes the request after it was signed (spoil.ts has
   * the usual ones). Throws Error for an instance that is not ours.
   */
  readonly call: (activity: Activity, members: Members, spoil?: Spoil) => Promise<Exchange>
  /** Sends the very bytes of an exchange again, signature, time and nonce included. */
  readonly again: (exchange: Exchange) => Promise<Exchange>
  /** Buys an instance with a valid request. Throws CannotJudge if none comes of it. */
  readonly buy: (overrides?: Members) => Promise<Bought>
  /** What the store's debugger finds wrong with the answer; `accepts`: result codes, success by default. */
  readonly faults: (exchange: Exchange, accepts?: readonly string[]) => readonly Fault[]
  /** The same seller, called with another key, or with a shorter or longer wait. */
  readonly withKey: (key: string) => Seller
  readonly waiting: (milliseconds: number) => Seller
  /** The same seller at another generation; undefined if its key or its address is not known. */
  readonly at: (generation: Generation) => Seller | undefined
}

/** The seller of one generation. Throws WrongUse without the key of that generation. */
export function createSeller(options: SellerOptions): Seller {
  const key = keyOf(options.keys, options.generation)
  return sellerWith(options, key, (options.limits ?? documentedLimits).debugMs)
}

function sellerWith(options: SellerOptions, key: string, waitMs: number): Seller {
  const { generation, keys, ids, random, full = false, limits = documentedLimits } = options
  const { keyType, sign } = endpointOf(generation)
  const encryption = encryptionOf(options, key)
  const placeOrder = createPlaceOrder(ids.newId, options.orderStore)
  const context = { generation, encryption, test: !full, newId: ids.newId, placeOrder }
  const exchange = async (
    request: SignedRequest | RawRequest,
    made: Pick<Exchange, 'activity' | 'members'>,
  ): Promise<Exchange> => {
    options.signal?.throwIfAborted()
    const at = new Date()
    const http = await sendAny(request, waitMs)
    const { activity, members } = made
    const done = { generation, activity, members, at, request, http, answer: readAnswer(http) }
    if (done.answer.instanceId !== undefined) ids.adopt(done.answer.instanceId)
    options.record?.(done)
    return done
  }
  const seller: Seller = {
    generation,
    keys,
    key,
    formerKey: options.formerKeys?.[keyType],
    full,
    limits,
    random,
    orderStore: options.orderStore,
    plain: plainActivityOf(generation),
    purchase: purchaseOf(generation),
    newId: ids.newId,
    placeOrder,
    valid: (activity, overrides) => validMembers(activity, context, overrides),
    call: (activity, members, spoil = unspoiled) => {
      refuseForeignId({ activity, members }, ids)
      const url = callUrl(options.target, generation, activity)
      return exchange(spoil(sign(url, key, members)), { activity, members })
    },
    again: ({ request, activity, members }) => exchange(request, { activity, members }),
    buy: (overrides) => buyOnce(seller, overrides),
    faults: ({ http, activity }, accepts) =>
      checkAnswer(http, {
        generation,
        activity,
        key: keys[keyType] ?? key,
        accepts: accepts ?? acceptedCodes({ generation, activity }, { test: !full }),
        withinMs: limits.debugMs,
      }).faults,
    withKey: (other) => sellerWith(options, other, waitMs),
    waiting: (milliseconds) => sellerWith(options, key, milliseconds),
    at(other) {
      const otherKey = keys[endpointOf(other).keyType]
      return otherKey === undefined
        ? undefined
        : sellerWith({ ...options, generation: other }, otherKey, waitMs)
    },
  }
  return seller
}

// The samples of the kit are made all at once; a secret that nobody can open stays out of them.
function encryptionOf({ encryption, keys }: SellerOptions, key: string): Encryption {
  const made = createEncryption({ ...encryption, v1Key: keys.v1 ?? key })
  return encryption?.publicKey === undefined ? { ...made, secret: () => '' } : made
}

const unspoiled: Spoil = (request) => request
