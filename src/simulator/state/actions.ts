import {
  addKey,
  bindKey,
  changeProduct,
  listProduct,
  registerAddress,
  saveCase,
  saveSampleCases,
} from './actions/catalogue.ts'
import {
  addEnterprise,
  authoriseUsers,
  bindEnterprise,
  changeDepartments,
  unbindEnterprise,
} from './actions/enterprises.ts'
import {
  clearViolation,
  decideUnsubscription,
  expireNow,
  moveOrder,
  moveOrders,
  openPage,
  releaseNow,
  unsubscribe,
  violate,
} from './actions/instances.ts'
import { activateCode, askLicense, receiveLicense } from './actions/licenses.ts'
import { clearFaults, dialTestNow, playFault, restart, stopFault } from './actions/operations.ts'
import { addBuyer, buy, cancelOrder, pay } from './actions/purchases.ts'
import { cancelRenewal, renew, upgrade } from './actions/renewals.ts'
import { appeal, supervise } from './actions/supervision.ts'
import type { Store } from './store.ts'

/** Everything that can be done at the store, by its buyers, the seller in the console, and its operations. */
export const actions = {
  addKey,
  registerAddress,
  bindKey,
  listProduct,
  changeProduct,
  saveCase,
  saveSampleCases,
  addBuyer,
  buy,
  pay,
  cancelOrder,
  renew,
  upgrade,
  cancelRenewal,
  openPage,
  expireNow,
  violate,
  clearViolation,
  unsubscribe,
  decideUnsubscription,
  releaseNow,
  moveOrder,
  moveOrders,
  supervise,
  appeal,
  addEnterprise,
  bindEnterprise,
  unbindEnterprise,
  authoriseUsers,
  changeDepartments,
  askLicense,
  receiveLicense,
  activateCode,
  restart,
  dialTestNow,
  playFault,
  stopFault,
  clearFaults,
} as const

type BoundAction<Action> = Action extends (store: Store, ...given: infer Given) => infer Result
  ? (...given: Given) => Promise<Awaited<Result>>
  : never

/** The same without the store: each in its turn. Rejects with ActionRefused where the console would refuse. */
export type StoreActions = {
  readonly [Name in keyof typeof actions]: BoundAction<(typeof actions)[Name]>
}
