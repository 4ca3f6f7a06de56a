import { findInstance, toInstanceRow } from '../../db/instances.ts'
import { uploadLicenseQueue } from '../../db/job-queue.ts'
import { findLicense, toLicenseRow } from '../../db/licenses.ts'
import { newId } from '../../db/new-id.ts'
import { ConflictError, type UnitOfWork, commit } from '../../db/unit-of-work.ts'
import type { Instance } from '../../domain/instance.ts'
import { provision } from '../../domain/life-cycle.ts'
import { type License, type Made, completed } from '../../domain/license.ts'
import type { UploadLicense } from '../ask.ts'
import type { Services } from '../services.ts'

/** A license in its next version; the same one when nothing changes. Throws what its caller refuses with. */
export type ChangeLicense = (license: License, instance: Instance | undefined) => License

/**
 * Keeps what making a license came to, when its call was answered before; dropped when the license
 * was made or its instance released meanwhile.
 */
export function completeLicense(
  licenseId: string,
  made: Made,
  services: Services,
): Promise<License | undefined> {
  return changeLicense(licenseId, services, (license, instance) =>
    instance?.phase === 'released' ? license : completed(license, made, services.now()),
  )
}

// Contention on one license ends with the first commit; more than a few rounds is a fault.
const mostAttempts = 8

/**
 * Changes a license, together with the instance of License 1.0 and the upload of an online one;
 * decided again when somebody else changed it meanwhile. Returns it as it is then, undefined for an
 * unknown one.
 */
export async function changeLicense(
  licenseId: string,
  services: Services,
  change: ChangeLicense,
): Promise<License | undefined> {
  for (let attempt = 1; attempt <= mostAttempts; attempt++) {
    const license = await findLicense(services.db, services.vault, licenseId)
    if (license === undefined) return undefined
    const instance = await instanceOf(license, services)
    const next = change(license, instance)
    if (next === license) return license
    if (await committed(workOf(license, next, instance, services), services)) return next
  }
  throw new Error(`no change of license ${licenseId} held after ${mostAttempts} attempts`)
}

function instanceOf({ instanceId }: License, { db, vault }: Services) {
  return instanceId === null ? undefined : findInstance(db, vault, instanceId)
}

async function committed(work: UnitOfWork, { db }: Services): Promise<boolean> {
  try {
    await commit(db, work)
    return true
  } catch (error) {
    if (error instanceof ConflictError) return false
    throw error
  }
}

function workOf(
  before: License,
  license: License,
  instance: Instance | undefined,
  services: Services,
): UnitOfWork {
  const upload = uploadOf(before, license)
  return {
    license: toLicenseRow(license, services.vault),
    jobs: upload ? [{ name: uploadLicenseQueue, data: upload }] : [],
    ...(license.family === 'license-v1' &&
      instance !== undefined &&
      instanceWork(license, instance, services)),
  }
}

/** The instance of License 1.0 is in use when its license is made. */
function instanceWork(license: License, instance: Instance, { vault, now }: Services): UnitOfWork {
  if (license.phase === instance.phase) return {}
  const { instanceId, orderId } = instance
  const ready = license.phase === 'ready'
  const { failure } = license
  const next = ready
    ? provision(instance, { outcome: 'ready', appInfo: null }, now())
    : provision(instance, failure ? { outcome: 'refused', failure } : { outcome: 'pending' }, now())
  const type = ready ? 'instance.activated' : 'instance.failed'
  return {
    instance: toInstanceRow(next, vault),
    events: [{ id: newId(), instance_id: instanceId, type, order_id: orderId, at: now() }],
  }
}

/** The upload that a change of a license brings about. */
export function uploadOf(before: License | undefined, license: License): UploadLicense | undefined {
  const isNew = license.upload.state === 'waiting' && before?.upload.state !== 'waiting'
  return isNew ? { licenseId: license.licenseId } : undefined
}
