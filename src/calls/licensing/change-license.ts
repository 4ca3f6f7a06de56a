import { findInstance } from '../../db/instance/instances.ts'
import { uploadLicenseQueue } from '../../db/job/jobs.ts'
import { findLicense } from '../../db/license/licenses.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { provision } from '../../domain/instance/life-cycle.ts'
import type { License } from '../../domain/license/license.ts'
import type { UploadLicense } from '../handler.ts'
import { subjectOf } from '../../domain/subject.ts'
import { type AlarmChange, clearAlarm } from '../alarms.ts'
import type { AskUpdate } from '../asks/ask-rows.ts'
import { provisioningEvents } from '../instance-events.ts'
import type { Changes } from '../changes.ts'
import { tryPersist } from '../persist.ts'
import { retrying } from '../retrying.ts'
import type { Services } from '../services.ts'

/** A license in its next version; the same one when nothing changes. Throws what its caller refuses with. */
export type ChangeLicense = (license: License, instance: Instance | undefined) => License

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
  const result = await retrying(async () => {
    const license = await findLicense(services.db, services.vault, licenseId)
    if (license === undefined) return { license }
    const instance = await instanceOf(license, services)
    const next = change(license, instance)
    if (next === license) return { license }
    const changes = changesOf(license, next, instance, services)
    return (await tryPersist(changes, services)) && { license: next }
  })
  return result.license
}

function instanceOf({ instanceId }: License, { db, vault }: Services) {
  return instanceId === null ? undefined : findInstance(db, vault, instanceId)
}

/** A license and its instance, as they are. */
export interface LicenseChange {
  readonly license: License
  readonly instance: Instance | undefined
}

/** What is written when a license changes. */
export function changesOf(
  before: License,
  license: License,
  instance: Instance | undefined,
  services: Services,
): Changes {
  const upload = uploadOf(before, license)
  const updates = licenseAskUpdates(before, license)
  return {
    license,
    before: { license: before, instance },
    jobs: upload ? [{ queue: uploadLicenseQueue, data: upload }] : [],
    ...(updates.length > 0 && { askUpdates: updates, alarms: [overdueCleared(license)] }),
    ...(license.family === 'license-b' &&
      instance !== undefined &&
      instanceChanges(license, instance, services)),
  }
}

/** The instance of License 1.0 is in use when its license is made; an imported one is before. */
function instanceChanges(license: License, instance: Instance, { now }: Services): Changes {
  if (license.phase === instance.phase || instance.phase === 'ready') return {}
  const ready = license.phase === 'ready'
  const { failure } = license
  const next = ready
    ? provision(instance, { outcome: 'ready', appInfo: null }, now())
    : provision(instance, failure ? { outcome: 'refused', failure } : { outcome: 'pending' }, now())
  return { instance: next, events: provisioningEvents(next) }
}

/** The ask of a license that is made or refused by a change of it. */
function licenseAskUpdates(before: License | undefined, license: License): AskUpdate[] {
  const { licenseId, instanceId, phase, failure } = license
  const isEnded = phase === 'ready' || phase === 'failed'
  if (instanceId === null || !isEnded || before?.phase === phase) return []
  const one = { kind: 'make-license', subject: licenseId } as const
  return [{ instanceId, one, state: phase === 'ready' ? 'done' : 'refused', failure }]
}

function overdueCleared({ licenseId }: License): AlarmChange {
  return clearAlarm('ask.overdue', subjectOf('license', licenseId))
}

/** The upload that a change of a license brings about. */
export function uploadOf(before: License | undefined, license: License): UploadLicense | undefined {
  const isNew = license.upload.state === 'waiting' && before?.upload.state !== 'waiting'
  return isNew ? { licenseId: license.licenseId } : undefined
}
