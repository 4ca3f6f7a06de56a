import { lengths, type SellerSchemas } from '../contract/index.ts'
import type { Refusal, ResultCode } from './refusal.ts'

/** What a call is answered with; members beyond the envelope belong to its family and activity. */
export type Answer = { readonly resultCode: ResultCode; readonly resultMsg: string } & Pick<
  SellerSchemas['SaasV1Response'],
  'instanceId' | 'appInfo' | 'encryptType'
> &
  Pick<SellerSchemas['SaasV2Response'], 'info'> &
  Pick<SellerSchemas['LicenseBResponse'], 'license'>

export function success(members: Partial<Answer> = {}): Answer {
  return answer('000000', 'success.', members)
}

/** resultMsg is cut to the documented 255 characters here and nowhere else. */
export function answer(code: ResultCode, message: string, members: Partial<Answer> = {}): Answer {
  return { resultCode: code, resultMsg: cut(message), ...members }
}

// Counted as the store counts, in UTF-16 units; a character is not cut in half. A message may quote a
// call, whose names may hold what is not text, such as NUL, which Postgres does not take.
function cut(message: string): string {
  const text = message.toWellFormed().replaceAll('\0', '\ufffd')
  const short = text.slice(0, lengths.resultMsg)
  return short.isWellFormed() ? short : short.slice(0, -1)
}

export function refused(refusal: Refusal): Answer {
  return answer(refusal.code, refusal.message)
}
