import type { Rule } from '../rule.ts'
import { rule as concurrencyApplications } from './concurrency/applications.ts'
import { rule as concurrencyBusy } from './concurrency/busy.ts'
import { rule as concurrencyDifferentPurchases } from './concurrency/different-purchases.ts'
import { rule as concurrencyFreezeBesideRenewal } from './concurrency/freeze-beside-renewal.ts'
import { rule as concurrencyIdenticalPurchases } from './concurrency/identical-purchases.ts'
import { rule as concurrencyNotifications } from './concurrency/notifications.ts'
import { rule as concurrencyQueryBesidePurchase } from './concurrency/query-beside-purchase.ts'
import { rule as concurrencyReleaseBesideRenewal } from './concurrency/release-beside-renewal.ts'
import { rule as concurrencyRenewalRepeats } from './concurrency/renewal-repeats.ts'
import { rule as concurrencySameMillisecond } from './concurrency/same-millisecond.ts'
import { rule as concurrencyUserGrants } from './concurrency/user-grants.ts'
import { rule as debuggerHttpStatus } from './debugger/http-status.ts'
import { rule as keysEmptyKey } from './keys/empty-key.ts'
import { rule as keysOfAnotherType } from './keys/of-another-type.ts'
import { rule as keysSampleKey } from './keys/sample-key.ts'
import { rule as keysTwoAtOnce } from './keys/two-at-once.ts'
import { rule as kitApplicationDeletedTwice } from './kit/application-deleted-twice.ts'
import { rule as kitApplicationModified } from './kit/application-modified.ts'
import { rule as kitApplicationRepeat } from './kit/application-repeat.ts'
import { rule as kitBeforeTenant } from './kit/before-tenant.ts'
import { rule as kitDepartmentBeforeParent } from './kit/department-before-parent.ts'
import { rule as kitDepartmentModified } from './kit/department-modified.ts'
import { rule as kitDepartmentRepeat } from './kit/department-repeat.ts'
import { rule as kitDepartmentsAsText } from './kit/departments-as-text.ts'
import { rule as kitDepartmentsRepeat } from './kit/departments-repeat.ts'
import { rule as kitEmptyIds } from './kit/empty-ids.ts'
import { rule as kitFiveHundredUsers } from './kit/five-hundred-users.ts'
import { rule as kitLateChange } from './kit/late-change.ts'
import { rule as kitManyDepartments } from './kit/many-departments.ts'
import { rule as kitSeveralInstances } from './kit/several-instances.ts'
import { rule as kitTenantDeletedTwice } from './kit/tenant-deleted-twice.ts'
import { rule as kitTenantModified } from './kit/tenant-modified.ts'
import { rule as kitTenantRepeat } from './kit/tenant-repeat.ts'
import { rule as kitTenantWithoutInstance } from './kit/tenant-without-instance.ts'
import { rule as kitTopDepartment } from './kit/top-department.ts'
import { rule as kitUnknownDepartmentDeleted } from './kit/unknown-department-deleted.ts'
import { rule as kitUnknownUserDeleted } from './kit/unknown-user-deleted.ts'
import { rule as kitUserExtension } from './kit/user-extension.ts'
import { rule as kitUserModified } from './kit/user-modified.ts'
import { rule as kitUserRepeat } from './kit/user-repeat.ts'
import { rule as kitUserRevoked } from './kit/user-revoked.ts'
import { rule as kitUserWithoutContact } from './kit/user-without-contact.ts'
import { rule as licensesCodeOfUnderWay } from './licenses/code-of-under-way.ts'
import { rule as licensesLicenseOfOrder } from './licenses/license-of-order.ts'
import { rule as licensesLongFingerprint } from './licenses/long-fingerprint.ts'
import { rule as licensesSameApplication } from './licenses/same-application.ts'
import { rule as licensesSameLicense } from './licenses/same-license.ts'
import { rule as licensesTimeWithZone } from './licenses/time-with-zone.ts'
import { rule as licensesWithoutFingerprint } from './licenses/without-fingerprint.ts'
import { rule as orderCancelledRenewal } from './order/cancelled-renewal.ts'
import { rule as orderLateRenewal } from './order/late-renewal.ts'
import { rule as orderQueryWhileFrozen } from './order/query-while-frozen.ts'
import { rule as orderReleaseWhileFrozen } from './order/release-while-frozen.ts'
import { rule as orderReleaseWithOrder } from './order/release-with-order.ts'
import { rule as orderReleaseWithoutOrder } from './order/release-without-order.ts'
import { rule as orderReleasedPurchase } from './order/released-purchase.ts'
import { rule as orderReleasedRenewal } from './order/released-renewal.ts'
import { rule as orderReleasedStatus } from './order/released-status.ts'
import { rule as orderReleasedUpgrade } from './order/released-upgrade.ts'
import { rule as orderRenewalAfterExpiry } from './order/renewal-after-expiry.ts'
import { rule as orderRenewalOrder } from './order/renewal-order.ts'
import { rule as orderRenewalProduct } from './order/renewal-product.ts'
import { rule as orderRenewalWhileFrozen } from './order/renewal-while-frozen.ts'
import { rule as orderRenewalWithChange } from './order/renewal-with-change.ts'
import { rule as orderStatusValues } from './order/status-values.ts'
import { rule as orderTrialToFormal } from './order/trial-to-formal.ts'
import { rule as orderUnknownInstance } from './order/unknown-instance.ts'
import { rule as orderUpgradedInstance } from './order/upgraded-instance.ts'
import { rule as orderWholeLife } from './order/whole-life.ts'
import { rule as repeatsAcceptance } from './repeats/acceptance.ts'
import { rule as repeatsChangeCheck } from './repeats/change-check.ts'
import { rule as repeatsDroppedAnswer } from './repeats/dropped-answer.ts'
import { rule as repeatsExpiry } from './repeats/expiry.ts'
import { rule as repeatsFreeze } from './repeats/freeze.ts'
import { rule as repeatsFreshStamp } from './repeats/fresh-stamp.ts'
import { rule as repeatsLatePurchase } from './repeats/late-purchase.ts'
import { rule as repeatsNewInstanceId } from './repeats/new-instance-id.ts'
import { rule as repeatsNewInstanceSuccess } from './repeats/new-instance-success.ts'
import { rule as repeatsOrderLines } from './repeats/order-lines.ts'
import { rule as repeatsOrderNotify } from './repeats/order-notify.ts'
import { rule as repeatsRelease } from './repeats/release.ts'
import { rule as repeatsRenewalCancelled } from './repeats/renewal-cancelled.ts'
import { rule as repeatsRenewal } from './repeats/renewal.ts'
import { rule as repeatsUnfreeze } from './repeats/unfreeze.ts'
import { rule as repeatsUpgrade } from './repeats/upgrade.ts'
import { rule as repeatsUsageProducts } from './repeats/usage-products.ts'
import { rule as usageAskedId } from './usage/asked-id.ts'
import { rule as usageGrowing } from './usage/growing.ts'
import { rule as usageHundredIds } from './usage/hundred-ids.ts'
import { rule as usageItemsOfPackage } from './usage/items-of-package.ts'
import { rule as usageMandatoryMembers } from './usage/mandatory-members.ts'
import { rule as usageSeveralIds } from './usage/several-ids.ts'
import { rule as usageTimeForm } from './usage/time-form.ts'
import { rule as usageTimeInUtc } from './usage/time-in-utc.ts'
import { rule as usageUnknownId } from './usage/unknown-id.ts'
import { rule as usageValueForm } from './usage/value-form.ts'

/** All rules, sorted by file; a test sees that every file is in it. */
export const rules: readonly Rule[] = [
  concurrencyApplications,
  concurrencyBusy,
  concurrencyDifferentPurchases,
  concurrencyFreezeBesideRenewal,
  concurrencyIdenticalPurchases,
  concurrencyNotifications,
  concurrencyQueryBesidePurchase,
  concurrencyReleaseBesideRenewal,
  concurrencyRenewalRepeats,
  concurrencySameMillisecond,
  concurrencyUserGrants,
  debuggerHttpStatus,
  keysEmptyKey,
  keysOfAnotherType,
  keysSampleKey,
  keysTwoAtOnce,
  kitApplicationDeletedTwice,
  kitApplicationModified,
  kitApplicationRepeat,
  kitBeforeTenant,
  kitDepartmentBeforeParent,
  kitDepartmentModified,
  kitDepartmentRepeat,
  kitDepartmentsAsText,
  kitDepartmentsRepeat,
  kitEmptyIds,
  kitFiveHundredUsers,
  kitLateChange,
  kitManyDepartments,
  kitSeveralInstances,
  kitTenantDeletedTwice,
  kitTenantModified,
  kitTenantRepeat,
  kitTenantWithoutInstance,
  kitTopDepartment,
  kitUnknownDepartmentDeleted,
  kitUnknownUserDeleted,
  kitUserExtension,
  kitUserModified,
  kitUserRepeat,
  kitUserRevoked,
  kitUserWithoutContact,
  licensesCodeOfUnderWay,
  licensesLicenseOfOrder,
  licensesLongFingerprint,
  licensesSameApplication,
  licensesSameLicense,
  licensesTimeWithZone,
  licensesWithoutFingerprint,
  orderCancelledRenewal,
  orderLateRenewal,
  orderQueryWhileFrozen,
  orderReleaseWhileFrozen,
  orderReleaseWithOrder,
  orderReleaseWithoutOrder,
  orderReleasedPurchase,
  orderReleasedRenewal,
  orderReleasedStatus,
  orderReleasedUpgrade,
  orderRenewalAfterExpiry,
  orderRenewalOrder,
  orderRenewalProduct,
  orderRenewalWhileFrozen,
  orderRenewalWithChange,
  orderStatusValues,
  orderTrialToFormal,
  orderUnknownInstance,
  orderUpgradedInstance,
  orderWholeLife,
  repeatsAcceptance,
  repeatsChangeCheck,
  repeatsDroppedAnswer,
  repeatsExpiry,
  repeatsFreeze,
  repeatsFreshStamp,
  repeatsLatePurchase,
  repeatsNewInstanceId,
  repeatsNewInstanceSuccess,
  repeatsOrderLines,
  repeatsOrderNotify,
  repeatsRelease,
  repeatsRenewalCancelled,
  repeatsRenewal,
  repeatsUnfreeze,
  repeatsUpgrade,
  repeatsUsageProducts,
  usageAskedId,
  usageGrowing,
  usageHundredIds,
  usageItemsOfPackage,
  usageMandatoryMembers,
  usageSeveralIds,
  usageTimeForm,
  usageTimeInUtc,
  usageUnknownId,
  usageValueForm,
]
