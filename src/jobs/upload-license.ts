import { z } from 'zod'
import { uploadLicenseQueue } from '../db/job/jobs.ts'
import { findLicense } from '../db/license/licenses.ts'
import { type License, uploaded } from '../domain/license/license.ts'
import type { StoreResult } from '../store-api/store-client.ts'
import type { UploadLicense } from '../calls/handler.ts'
import { changeLicense } from '../calls/licensing/change-license.ts'
import type { Services } from '../calls/services.ts'
import { type Job, defineJob } from './define-job.ts'
import { clientOf, isAsked, retryLater } from './ask-store.ts'

const UploadLicenseData = z.object({ licenseId: z.string() }) satisfies z.ZodType<UploadLicense>

/** The job that uploads a license; two of them at once at most. */
export function uploadLicenseJob(services: Services): Job {
  return defineJob({
    name: uploadLicenseQueue,
    schema: UploadLicenseData,
    atOnce: 1,
    run: (job, signal) => uploadLicense(job, services, signal),
  })
}

/**
 * Uploads a license to the store and keeps what it answered; one that is done or refused is never
 * sent again. Throws RetryLaterError when a later attempt may succeed.
 */
export async function uploadLicense(
  { licenseId }: UploadLicense,
  services: Services,
  signal?: AbortSignal,
): Promise<void> {
  const license = await findLicense(services.db, services.vault, licenseId)
  if (license === undefined || license.upload.state !== 'waiting') return
  const { eventId, content } = license
  if (eventId === null || content === null) return
  const request = { path: { event_id: eventId }, license: content }
  const client = clientOf(license.site, services)
  const result = await client.call('uploadEventFile', request, { signal })
  if (result.ok || isAsked(result)) await saveUpload(license, result, services)
  if (!result.ok && result.kind !== 'refused') throw retryLater(result)
}

function stateOf(result: StoreResult<unknown>): License['upload']['state'] {
  if (result.ok) return 'done'
  return result.kind === 'refused' ? 'refused' : 'waiting'
}

/** Keeps the answer; a license that changed meanwhile gets it in its new version. */
async function saveUpload(
  { licenseId }: License,
  result: StoreResult<unknown>,
  services: Services,
): Promise<void> {
  const upload = { state: stateOf(result), code: result.code }
  await changeLicense(licenseId, services, (license) => {
    const { state, code } = license.upload
    const isSame = state === upload.state && code === upload.code
    return state !== 'waiting' || isSame ? license : uploaded(license, upload, services.now())
  })
}
