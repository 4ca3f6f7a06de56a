import { findInstance, toInstanceRow } from '../../db/instance/instances.ts'
import { jobRows, uploadLicenseQueue } from '../../db/job/jobs.ts'
import { findLicense, toLicenseRow } from '../../db/license/licenses.ts'
import type { UnitOfWork } from '../../db/unit-of-work.ts'
import { tryCommit } from '../../db/commit.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { provision } from '../../domain/instance/life-cycle.ts'
import { type License, type LicenseResult, completed } from '../../domain/license/license.ts'
import type { UploadLicense } from '../call.ts'
import { announceJobs } from '../announce-jobs.ts'
import { eventRows, provisioningEvents } from '../instance-events.ts'
import type { Services } from '../services.ts'

/** A license in its next version; the same one when nothing changes. Throws what its caller refuses with. */
export type ChangeLicense = (license: License, instance: Instance | undefined) => License

/**
 * Keeps what making a license came to, when its call was answered before; dropped when the license
 * was made or its instance released meanwhile.
 */
export function completeLicense(
  licenseId: string,
  result: LicenseResult,
  services: Services,
): Promise<License | undefined> {
  return changeLicense(licenseId, services, (license, instance) =>
    instance?.phase === 'released' ? license : completed(license, result, services.now()),
  )
}

// Contention on one license ends with the first commit; more than a few rounds is a fault.
const maxAttempts = 8

/**
 * Changes a license, together with the instance of License 1.0 and the upload of an online one;
 * retried when a concurrent call changed it meanwhile. Returns it as it is then, undefined for an
 * unknown one.
 */
export async function changeLicense(
  licenseId: string,
  services: Services,
  change: ChangeLicense,
): Promise<License | undefined> {
  for (let attempt = 1; attempt <= maxAttempts; attempt++) {
    const license = await findLicense(services.db, services.vault, licenseId)
    if (license === undefined) return undefined
    const instance = await instanceOf(license, services)
    const next = change(license, instance)
    if (next === license) return license
    const work = workOf(license, next, instance, services)
    if (!(await tryCommit(services.db, work))) continue
    announceJobs(work, services)
    return next
  }
  throw new Error(`no change of license ${licenseId} was current after ${maxAttempts} attempts`)
}

function instanceOf({ instanceId }: License, { db, vault }: Services) {
  return instanceId === null ? undefined : findInstance(db, vault, instanceId)
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
    jobs: jobRows(upload ? [{ queue: uploadLicenseQueue, data: upload }] : [], services.now()),
    ...(license.family === 'license-b' &&
      instance !== undefined &&
      instanceWork(license, instance, services)),
  }
}

/** The instance of License 1.0 is in use when its license is made. */
function instanceWork(license: License, instance: Instance, { vault, now }: Services): UnitOfWork {
  if (license.phase === instance.phase) return {}
  const ready = license.phase === 'ready'
  const { failure } = license
  const next = ready
    ? provision(instance, { outcome: 'ready', appInfo: null }, now())
    : provision(instance, failure ? { outcome: 'refused', failure } : { outcome: 'pending' }, now())
  return {
    instance: toInstanceRow(next, vault),
    events: eventRows(instance.instanceId, provisioningEvents(next), now()),
  }
}

/** The upload that a change of a license brings about. */
export function uploadOf(before: License | undefined, license: License): UploadLicense | undefined {
  const isNew = license.upload.state === 'waiting' && before?.upload.state !== 'waiting'
  return isNew ? { licenseId: license.licenseId } : undefined
}
