import { lengths, type SellerSchemas } from '../contract/index.ts'
import { toStorable } from './storable-text.ts'
import type { Refusal, ResultCode } from './refusal.ts'

/** What every answer has. */
export type Envelope = { readonly resultCode: ResultCode; readonly resultMsg: string }

/** What a call is answered with; members beyond the envelope belong to its family and activity. */
export type Answer = Envelope &
  Pick<SellerSchemas['SaasV1Response'], 'instanceId' | 'appInfo' | 'encryptType'> &
  Pick<SellerSchemas['SaasV2Response'], 'info'> &
  Pick<SellerSchemas['LicenseBResponse'], 'license'>

/** The members of answers beside the envelope. */
export type AnswerMembers = Partial<Omit<Answer, keyof Envelope>>

type Answered<Members> = Envelope & Members

/** Code 000000 with the members of the interface. */
export function success<Members extends AnswerMembers = object>(
  members?: Members,
): Answered<Members> {
  return answer('000000', 'success.', members)
}

/** resultMsg is cut to the documented 255 characters here and nowhere else. */
export function answer<Members extends AnswerMembers = object>(
  code: ResultCode,
  message: string,
  members?: Members,
): Answered<Members> {
  return { resultCode: code, resultMsg: cut(message), ...members } as Answered<Members>
}

// Counted as the store counts, in UTF-16 units; a character is not cut in half. A message may quote a
// call, whose names may hold what is not text.
function cut(message: string): string {
  const text = toStorable(message)
  const short = text.slice(0, lengths.resultMsg)
  return short.isWellFormed() ? short : short.slice(0, -1)
}

/** A refusal has no members, whatever the interface has. */
export function refused(refusal: Refusal): Envelope {
  return answer(refusal.code, refusal.message)
}
