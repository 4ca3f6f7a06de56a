import type { SellerSchemas } from '../../contract/index.ts'
import { success } from '../../domain/answer.ts'
import { release } from '../../domain/instance/life-cycle.ts'
import type { Decide } from '../call.ts'
import { knownCode } from './find-code.ts'

type ReleaseLicenseCode = SellerSchemas['ReleaseLicenseCodeC']

/** Releases a code for good; a released one is a success too, and one never seen is kept as released. */
export const releaseLicenseCode: Decide<ReleaseLicenseCode> = async (ask, services) => {
  const license = await knownCode(ask, services)
  const next = release(license, ask.now)
  if (next === license) return { answer: success(), licenseId: license.licenseId }
  return { answer: success(), license: next }
}
