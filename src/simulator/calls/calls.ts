import type { SellerOperation, SellerSchemas } from '../../contract/index.ts'

/** The members of a request that is one of several, by the activity that tells them apart. */
type ByActivity<Request extends { readonly activity: string }> = {
  readonly [Activity in Request['activity']]: Extract<Request, { readonly activity: Activity }>
}

// The timeStamp of a query is the signer's: it is the key of the authToken and nothing else.
type Unstamped<Calls> = {
  readonly [Activity in keyof Calls]: Omit<Calls[Activity], 'timeStamp'>
}

interface KitCalls {
  readonly tenantSync: SellerSchemas['TenantSync']
  readonly applicationSync: SellerSchemas['ApplicationSync']
  readonly singleOrgSync: SellerSchemas['SingleOrgSync']
}

/** What each generation of interfaces sends, by activity; those of the kit stand in the path. */
export interface CallsOf {
  readonly saasV2: ByActivity<SellerSchemas['SaasV2Request']>
  readonly saasV1: Unstamped<ByActivity<SellerSchemas['SaasV1Request']>>
  readonly licenseA: ByActivity<SellerSchemas['LicenseARequest']>
  readonly licenseB: Unstamped<ByActivity<SellerSchemas['LicenseBRequest']>>
  readonly licenseC: ByActivity<SellerSchemas['LicenseCRequest']>
  readonly orders: ByActivity<SellerSchemas['OrdersRequest']>
  readonly kitV2: KitCalls & {
    readonly authSync: SellerSchemas['AuthSyncV2']
    readonly allOrgSync: SellerSchemas['AllOrgSyncV2']
  }
  readonly kitV1: KitCalls & {
    readonly authSync: SellerSchemas['AuthSyncV1']
    readonly allOrgSync: SellerSchemas['AllOrgSyncV1']
  }
}

/** A generation of interfaces: one way to sign, and one table of activities. */
export type Generation = keyof CallsOf

/** The activities of a generation, of any by default. */
export type ActivityOf<One extends Generation = Generation> = One extends Generation
  ? keyof CallsOf[One] & string
  : never

/** One call of the store, unsigned. */
export type StoreCall<One extends Generation = Generation> = One extends Generation
  ? {
      readonly [Activity in ActivityOf<One>]: {
        readonly generation: One
        readonly activity: Activity
        readonly members: CallsOf[One][Activity]
      }
    }[ActivityOf<One>]
  : never

type KitOperation<
  Activity extends string,
  Edition extends string,
> = `kit${Capitalize<Activity>}${Edition}`
type Played =
  | Exclude<Generation, 'kitV1' | 'kitV2'>
  | KitOperation<ActivityOf<'kitV1'>, 'V1'>
  | KitOperation<ActivityOf<'kitV2'>, 'V2'>

/** Does not compile while an operation of the seller contract is not played here. */
export const everyOperationIsPlayed: [Exclude<SellerOperation, Played>] extends [never]
  ? true
  : false = true

/** Any call in its general form, for what treats all generations alike. */
export interface AnyCall {
  readonly generation: Generation
  readonly activity: string
  readonly members: object
}

/** The body of a call of SaaS V2 or of orders, which names its activity itself. */
export type StoreBody = SellerSchemas['SaasV2Request'] | SellerSchemas['OrdersRequest']

/** The call of a body, which a license (A) product hears at its own path. */
export function callOfBody(members: StoreBody, product: 'saasV2' | 'licenseA' = 'saasV2'): AnyCall {
  const { activity } = members
  return { generation: activity === 'orderNotify' ? 'orders' : product, activity, members }
}
