import { findLicense } from '../../db/license/licenses.ts'
import { success } from '../../domain/answer.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import type { License } from '../../domain/license/license.ts'
import type { CallResult } from '../handler.ts'
import { licenseIdOf } from '../licensing/license-id.ts'
import type { Services } from '../services.ts'

/** The license of an instance of License 1.0, which its order tells; both live and change together. */
export function licenseOfInstance(
  instance: Instance,
  { db, vault }: Services,
): Promise<License | undefined> {
  const { site, address, test, orderId } = instance
  return findLicense(
    db,
    vault,
    licenseIdOf({ site, address, family: 'license-b', test }, [orderId], vault),
  )
}

/** A success that changes neither. */
export function unchanged(moved: Instance | undefined, license: License | undefined): CallResult {
  const about = license && { licenseId: license.licenseId }
  return { answer: success(), moved: [moved], ...about }
}
