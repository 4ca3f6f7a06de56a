import type { Rule } from '../rule.ts'
import { rule as answersBodySignOfRefusal } from './answers/body-sign-of-refusal.ts'
import { rule as answersCodeOfRefusal } from './answers/code-of-refusal.ts'
import { rule as answersContentTypeOfRefusal } from './answers/content-type-of-refusal.ts'
import { rule as answersEnvelopeOfRefusal } from './answers/envelope-of-refusal.ts'
import { rule as answersKnownResultCode } from './answers/known-result-code.ts'
import { rule as answersMemoEscaped } from './answers/memo-escaped.ts'
import { rule as answersMessageLength } from './answers/message-length.ts'
import { rule as answersMissingField } from './answers/missing-field.ts'
import { rule as answersQueryEveryId } from './answers/query-every-id.ts'
import { rule as answersStatusOfRefusal } from './answers/status-of-refusal.ts'
import { rule as answersUnknownActivity } from './answers/unknown-activity.ts'
import { rule as answersUtf8 } from './answers/utf-8.ts'
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
import { rule as timeRefusalInTime } from './time/refusal-in-time.ts'
import { rule as timeSlowBody } from './time/slow-body.ts'
import { rule as timeStalledBody } from './time/stalled-body.ts'
import { rule as timeTwentyAtOnce } from './time/twenty-at-once.ts'
import { rule as timeWithinFiveSeconds } from './time/within-five-seconds.ts'
import { rule as toleranceChargingModes } from './tolerance/charging-modes.ts'
import { rule as toleranceExpiryDigits } from './tolerance/expiry-digits.ts'
import { rule as toleranceHundredIds } from './tolerance/hundred-ids.ts'
import { rule as toleranceLongestIds } from './tolerance/longest-ids.ts'
import { rule as toleranceNestedNull } from './tolerance/nested-null.ts'
import { rule as tolerancePersonalDataAbsent } from './tolerance/personal-data-absent.ts'
import { rule as toleranceProductInfoForms } from './tolerance/product-info-forms.ts'
import { rule as toleranceRareCharacters } from './tolerance/rare-characters.ts'
import { rule as toleranceUnknownFields } from './tolerance/unknown-fields.ts'
import { rule as toleranceUnknownValue } from './tolerance/unknown-value.ts'

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
  answersQueryEveryId,
  answersStatusOfRefusal,
  answersUnknownActivity,
  answersUtf8,
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
  timeRefusalInTime,
  timeSlowBody,
  timeStalledBody,
  timeTwentyAtOnce,
  timeWithinFiveSeconds,
  toleranceChargingModes,
  toleranceExpiryDigits,
  toleranceHundredIds,
  toleranceLongestIds,
  toleranceNestedNull,
  tolerancePersonalDataAbsent,
  toleranceProductInfoForms,
  toleranceRareCharacters,
  toleranceUnknownFields,
  toleranceUnknownValue,
]
