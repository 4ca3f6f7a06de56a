import type { Rule } from '../rule.ts'
import { rule as answersBodySignOfRefusal } from './answers/body-sign-of-refusal.ts'
import { rule as answersCodeOfRefusal } from './answers/code-of-refusal.ts'
import { rule as answersContentTypeOfRefusal } from './answers/content-type-of-refusal.ts'
import { rule as answersEnvelopeOfRefusal } from './answers/envelope-of-refusal.ts'
import { rule as answersKnownResultCode } from './answers/known-result-code.ts'
import { rule as answersMemoEscaped } from './answers/memo-escaped.ts'
import { rule as answersMessageLength } from './answers/message-length.ts'
import { rule as answersMissingField } from './answers/missing-field.ts'
import { rule as answersStatusOfRefusal } from './answers/status-of-refusal.ts'
import { rule as answersUnknownActivity } from './answers/unknown-activity.ts'
import { rule as answersUtf8 } from './answers/utf-8.ts'
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
import { rule as debuggerAnswersInTime } from './debugger/answers-in-time.ts'
import { rule as debuggerBodySign } from './debugger/body-sign.ts'
import { rule as debuggerContentType } from './debugger/content-type.ts'
import { rule as debuggerEnvelope } from './debugger/envelope.ts'
import { rule as debuggerFieldLengths } from './debugger/field-lengths.ts'
import { rule as debuggerHttpStatus } from './debugger/http-status.ts'
import { rule as debuggerMandatoryFields } from './debugger/mandatory-fields.ts'
import { rule as debuggerReachable } from './debugger/reachable.ts'
import { rule as debuggerResultCode } from './debugger/result-code.ts'
import { rule as encryptionCredentialsEncrypted } from './encryption/credentials-encrypted.ts'
import { rule as encryptionDeclaredLength } from './encryption/declared-length.ts'
import { rule as encryptionFreshVector } from './encryption/fresh-vector.ts'
import { rule as encryptionUnreadableField } from './encryption/unreadable-field.ts'
import { rule as httpChunkedBody } from './http/chunked-body.ts'
import { rule as httpContentTypes } from './http/content-types.ts'
import { rule as httpExpectContinue } from './http/expect-continue.ts'
import { rule as httpHeaderCase } from './http/header-case.ts'
import { rule as httpNoContentType } from './http/no-content-type.ts'
import { rule as httpSurvivesHugeLength } from './http/survives-huge-length.ts'
import { rule as httpSurvivesNonsense } from './http/survives-nonsense.ts'
import { rule as httpVersion10 } from './http/version-1-0.ts'
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
import { rule as licensesSameUpload } from './licenses/same-upload.ts'
import { rule as licensesTimeWithZone } from './licenses/time-with-zone.ts'
import { rule as licensesUploadBrokenOff } from './licenses/upload-broken-off.ts'
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
import { rule as orderWholeLifeOfOrders } from './order/whole-life-of-orders.ts'
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
import { rule as signingAddedMember } from './signing/added-member.ts'
import { rule as signingChangedMember } from './signing/changed-member.ts'
import { rule as signingCodeUnitOrder } from './signing/code-unit-order.ts'
import { rule as signingDecodedOnce } from './signing/decoded-once.ts'
import { rule as signingDuplicateMember } from './signing/duplicate-member.ts'
import { rule as signingEmptyParameter } from './signing/empty-parameter.ts'
import { rule as signingEmptySignature } from './signing/empty-signature.ts'
import { rule as signingEveryActivity } from './signing/every-activity.ts'
import { rule as signingFutureTimestamp } from './signing/future-timestamp.ts'
import { rule as signingHexCase } from './signing/hex-case.ts'
import { rule as signingMissingNonce } from './signing/missing-nonce.ts'
import { rule as signingMissingTimestamp } from './signing/missing-timestamp.ts'
import { rule as signingNonceForms } from './signing/nonce-forms.ts'
import { rule as signingOldTimestamp } from './signing/old-timestamp.ts'
import { rule as signingQueryMember } from './signing/query-member.ts'
import { rule as signingRawPlus } from './signing/raw-plus.ts'
import { rule as signingReplayedNonce } from './signing/replayed-nonce.ts'
import { rule as signingSecondsTimestamp } from './signing/seconds-timestamp.ts'
import { rule as signingSortedForm } from './signing/sorted-form.ts'
import { rule as signingUnsigned } from './signing/unsigned.ts'
import { rule as signingWholeSignature } from './signing/whole-signature.ts'
import { rule as signingWindow } from './signing/window.ts'
import { rule as signingWrongKey } from './signing/wrong-key.ts'
import { rule as testCallsAfterRelease } from './test-calls/after-release.ts'
import { rule as testCallsFreezeUnknown } from './test-calls/freeze-unknown.ts'
import { rule as testCallsOldExpiry } from './test-calls/old-expiry.ts'
import { rule as testCallsQueryUnknown } from './test-calls/query-unknown.ts'
import { rule as testCallsReleaseAgain } from './test-calls/release-again.ts'
import { rule as testCallsReleaseUnknown } from './test-calls/release-unknown.ts'
import { rule as testCallsRenewalUnknown } from './test-calls/renewal-unknown.ts'
import { rule as testCallsTouchesNothingReal } from './test-calls/touches-nothing-real.ts'
import { rule as testCallsUpgradeUnknown } from './test-calls/upgrade-unknown.ts'
import { rule as timeRefusalInTime } from './time/refusal-in-time.ts'
import { rule as timeSlowBody } from './time/slow-body.ts'
import { rule as timeStalledBody } from './time/stalled-body.ts'
import { rule as timeTwentyAtOnce } from './time/twenty-at-once.ts'
import { rule as timeWithinFiveSeconds } from './time/within-five-seconds.ts'
import { rule as toleranceChargingModes } from './tolerance/charging-modes.ts'
import { rule as toleranceExpiryDigits } from './tolerance/expiry-digits.ts'
import { rule as toleranceLongestIds } from './tolerance/longest-ids.ts'
import { rule as toleranceNestedNull } from './tolerance/nested-null.ts'
import { rule as tolerancePersonalDataAbsent } from './tolerance/personal-data-absent.ts'
import { rule as toleranceProductInfoForms } from './tolerance/product-info-forms.ts'
import { rule as toleranceRareCharacters } from './tolerance/rare-characters.ts'
import { rule as toleranceUnknownFields } from './tolerance/unknown-fields.ts'
import { rule as toleranceUnknownValue } from './tolerance/unknown-value.ts'
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
  answersBodySignOfRefusal,
  answersCodeOfRefusal,
  answersContentTypeOfRefusal,
  answersEnvelopeOfRefusal,
  answersKnownResultCode,
  answersMemoEscaped,
  answersMessageLength,
  answersMissingField,
  answersStatusOfRefusal,
  answersUnknownActivity,
  answersUtf8,
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
  debuggerAnswersInTime,
  debuggerBodySign,
  debuggerContentType,
  debuggerEnvelope,
  debuggerFieldLengths,
  debuggerHttpStatus,
  debuggerMandatoryFields,
  debuggerReachable,
  debuggerResultCode,
  encryptionCredentialsEncrypted,
  encryptionDeclaredLength,
  encryptionFreshVector,
  encryptionUnreadableField,
  httpChunkedBody,
  httpContentTypes,
  httpExpectContinue,
  httpHeaderCase,
  httpNoContentType,
  httpSurvivesHugeLength,
  httpSurvivesNonsense,
  httpVersion10,
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
  licensesSameUpload,
  licensesTimeWithZone,
  licensesUploadBrokenOff,
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
  orderWholeLifeOfOrders,
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
  signingAddedMember,
  signingChangedMember,
  signingCodeUnitOrder,
  signingDecodedOnce,
  signingDuplicateMember,
  signingEmptyParameter,
  signingEmptySignature,
  signingEveryActivity,
  signingFutureTimestamp,
  signingHexCase,
  signingMissingNonce,
  signingMissingTimestamp,
  signingNonceForms,
  signingOldTimestamp,
  signingQueryMember,
  signingRawPlus,
  signingReplayedNonce,
  signingSecondsTimestamp,
  signingSortedForm,
  signingUnsigned,
  signingWholeSignature,
  signingWindow,
  signingWrongKey,
  testCallsAfterRelease,
  testCallsFreezeUnknown,
  testCallsOldExpiry,
  testCallsQueryUnknown,
  testCallsReleaseAgain,
  testCallsReleaseUnknown,
  testCallsRenewalUnknown,
  testCallsTouchesNothingReal,
  testCallsUpgradeUnknown,
  timeRefusalInTime,
  timeSlowBody,
  timeStalledBody,
  timeTwentyAtOnce,
  timeWithinFiveSeconds,
  toleranceChargingModes,
  toleranceExpiryDigits,
  toleranceLongestIds,
  toleranceNestedNull,
  tolerancePersonalDataAbsent,
  toleranceProductInfoForms,
  toleranceRareCharacters,
  toleranceUnknownFields,
  toleranceUnknownValue,
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
