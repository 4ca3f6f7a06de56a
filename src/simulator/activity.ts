import type { SellerSchemas } from '../contract.ts'
import type { KeyType } from './access-keys.ts'

/** The body of a call of the store, by its contract. */
export type StoreBody = SellerSchemas['SaasV2Request'] | SellerSchemas['OrdersRequest']
export type Activity = StoreBody['activity']

/** Where an activity is sent to, behind the address's name, and which key signs it. */
export interface Door {
  readonly path: 'saas' | 'orders'
  readonly keyType: Extract<KeyType, 'basic' | 'order'>
}

/** The door of an activity. */
export function doorOf(activity: Activity): Door {
  if (activity === 'orderNotify') return { path: 'orders', keyType: 'order' }
  return { path: 'saas', keyType: 'basic' }
}
