import type { RequestFault } from '../faults/faults.ts'
import type { Stamp } from '../faults/re-sign.ts'
import type {
  AccessKey,
  DialTest,
  ListedProduct,
  ProductionAddress,
  SavedCase,
} from './data/catalogue.ts'
import type { Enterprise } from './data/enterprises.ts'
import type { Buyer, PlacedOrder, SoldInstance, SoldLicense } from './data/sales.ts'
import type { StoreMessage } from './message.ts'
import type { Moment } from './moment.ts'
import type { Text } from '../text.ts'

export type * from './data/catalogue.ts'
export type * from './data/enterprises.ts'
export type * from './data/sales.ts'

/** The edition of the data; one of another edition is not read. */
export const edition = 'koogate-store/1'

/** What is to happen at a moment; of those of one moment the first that was set comes first. */
export interface Timer {
  readonly key: string
  readonly kind: TimerKind
  readonly at: Moment
  readonly sequence: number
  /** The id of what it is about. */
  readonly subject: string
}

export type TimerKind =
  | 'attempt'
  | 'expiry'
  | 'release'
  | 'reminder'
  | 'dialTest'
  | 'supervisionDone'
  | 'refund'

/** What the store tells by mail, SMS and message to the seller, or to the buyer. */
export interface Notice {
  readonly at: Moment
  readonly to: 'seller' | 'buyer' | 'operations'
  readonly text: Text
}

/** A fault of a delivery, which is more than one request. */
export type DeliveryFault = 'duplicate' | 'reorder'

/** A switch: a fault at the next calls, or at all until it is turned off. */
export interface FaultSwitch {
  readonly fault: RequestFault | DeliveryFault
  /** How many calls are left; null for all. */
  left: number | null
  /** Of which activity; of any by default. */
  readonly activity?: string
}

/** Everything that the store knows: plain data, which JSON holds. */
export interface StoreData {
  readonly edition: typeof edition
  readonly seed: string
  /** How many ids were drawn from the seed. */
  drawn: number
  now: Moment
  /** How many timers were set. */
  sequence: number
  readonly keys: Record<string, AccessKey>
  readonly addresses: Record<string, ProductionAddress>
  readonly products: Record<string, ListedProduct>
  readonly buyers: Record<string, Buyer>
  readonly enterprises: Record<string, Enterprise>
  readonly orders: Record<string, PlacedOrder>
  readonly instances: Record<string, SoldInstance>
  readonly licenses: Record<string, SoldLicense>
  readonly cases: Record<string, SavedCase>
  readonly dialTests: DialTest[]
  readonly messages: Record<string, StoreMessage>
  timers: Timer[]
  readonly notices: Notice[]
  switches: FaultSwitch[]
  /** What the seller reported as used, which the usage ledger begins with. */
  usage?: KeptUsage
  /** The stamp of the call before, for a nonce that is replayed. */
  stamp?: Stamp
  /** A message that was held back, to come after the next one. */
  held?: string
}

/** Pushes of usage, and the records that were taken of them; values in ten-thousandths, as text. */
export interface KeptUsage {
  readonly calls: readonly { readonly form: string; readonly n: number; readonly answer: string }[]
  readonly taken: readonly {
    readonly sn?: string
    readonly instanceId: string
    readonly packageId?: string
    readonly begin: string
    readonly end: string
    readonly value: string
  }[]
}

/** A store in which nothing is sold yet. */
export function emptyStore(seed: string, now: Date): StoreData {
  return {
    edition,
    seed,
    drawn: 0,
    now: now.getTime(),
    sequence: 0,
    keys: {},
    addresses: {},
    products: {},
    buyers: {},
    enterprises: {},
    orders: {},
    instances: {},
    licenses: {},
    cases: {},
    dialTests: [],
    messages: {},
    timers: [],
    notices: [],
    switches: [],
  }
}
