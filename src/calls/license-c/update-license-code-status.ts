import { success } from '../../domain/answer.ts'
import { freeze, unfreeze } from '../../domain/instance/life-cycle.ts'
import { register } from '../../domain/license/license.ts'
import type { Handler } from '../handler.ts'
import { findCode, releasedAnswer } from './find-code.ts'

/** Sets a code frozen or not; the last call wins. */
export const updateLicenseCodeStatus: Handler<'licenseC', 'updateLicenseCodeStatus'> = async (
  call,
  services,
) => {
  const license = await findCode(call, services)
  if (license.phase === 'released') return releasedAnswer(call, license)
  const isFreeze = call.body.status === 'FREEZE'
  const next = register(isFreeze ? freeze(license, call.now) : unfreeze(license, call.now))
  if (next === license) return { answer: success(), licenseId: license.licenseId }
  return { answer: success(), license: next, before: { license } }
}
