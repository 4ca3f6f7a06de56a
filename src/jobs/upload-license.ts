import { z } from 'zod'
import { uploadLicenseQueue } from '../db/job/jobs.ts'
import { findLicense } from '../db/license/licenses.ts'
import { type License, uploaded } from '../domain/license/license.ts'
import type { LicenseStore, UploadAnswer } from '../store-api/upload-license.ts'
import type { UploadLicense } from '../calls/handler.ts'
import { changeLicense } from '../calls/licensing/change-license.ts'
import type { Services } from '../calls/services.ts'
import { type Job, defineJob } from './define-job.ts'
import { type OfSite, requireSite } from './of-site.ts'
import { RetryLaterError } from './retry-later-error.ts'

const UploadLicenseData = z.object({ licenseId: z.string() }) satisfies z.ZodType<UploadLicense>

/** The job that uploads a license; two of them at once at most. */
export function uploadLicenseJob(store: OfSite<LicenseStore>, services: Services): Job {
  return defineJob({
    name: uploadLicenseQueue,
    schema: UploadLicenseData,
    atOnce: 1,
    run: (job, signal) => uploadLicense(job, store, services, signal),
  })
}

/**
 * Uploads a license to the store and keeps what it answered; one that is done or refused is never
 * sent again. Throws RetryLaterError when a later attempt may succeed.
 */
export async function uploadLicense(
  { licenseId }: UploadLicense,
  store: OfSite<LicenseStore>,
  services: Services,
  signal?: AbortSignal,
): Promise<void> {
  const license = await findLicense(services.db, services.vault, licenseId)
  if (license === undefined || license.upload.state !== 'waiting') return
  const { eventId, content } = license
  if (eventId === null || content === null) return
  requireSite(license.site, store)
  const answer = await store.uploadLicense({ eventId, content }, signal)
  await saveUpload(license, answer, services)
  const { outcome, code, message, pauseMs } = answer
  if (outcome === 'retry') throw new RetryLaterError(`${code}: ${message}`, { pauseMs })
}

const states = { done: 'done', retry: 'waiting', final: 'refused' } as const

/** Keeps the answer; a license that changed meanwhile gets it in its new version. */
async function saveUpload(
  { licenseId }: License,
  answer: UploadAnswer,
  services: Services,
): Promise<void> {
  const upload = { state: states[answer.outcome], code: answer.code }
  await changeLicense(licenseId, services, (license) => {
    const { state, code } = license.upload
    const isSame = state === upload.state && code === upload.code
    return state !== 'waiting' || isSame ? license : uploaded(license, upload, services.now())
  })
}
