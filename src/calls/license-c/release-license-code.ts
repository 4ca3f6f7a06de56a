import { success } from '../../domain/answer.ts'
import { release } from '../../domain/instance/life-cycle.ts'
import type { Handler } from '../handler.ts'
import { findCode } from './find-code.ts'

/** Releases a code for good; a released one is a success too, and one never seen is kept as released. */
export const releaseLicenseCode: Handler<'licenseC', 'releaseLicenseCode'> = async (
  call,
  services,
) => {
  const license = await findCode(call, services)
  const next = release(license, call.now)
  if (next === license) return { answer: success(), licenseId: license.licenseId }
  return { answer: success(), license: next, before: { license } }
}
