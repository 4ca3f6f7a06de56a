import { findLicense } from '../db/license/licenses.ts'
import { type License, uploaded } from '../domain/license/license.ts'
import type { LicenseStore, UploadAnswer } from '../store-api/upload-license.ts'
import type { UploadLicense } from '../calls/handler.ts'
import { tryPersist } from '../calls/persist.ts'
import { retrying } from '../calls/retrying.ts'
import type { Services } from '../calls/services.ts'

/** The store could not be reached or could not take the license; the job is tried again later. */
export class LicenseNotUploadedError extends Error {}

/**
 * Uploads a license to the store and keeps what it answered; one that is done or refused is never
 * sent again. Throws LicenseNotUploadedError when a later attempt may succeed.
 */
export async function uploadLicense(
  { licenseId }: UploadLicense,
  store: LicenseStore,
  services: Services,
): Promise<void> {
  const license = await findLicense(services.db, services.vault, licenseId)
  if (license === undefined || license.upload.state !== 'waiting') return
  const { eventId, content } = license
  if (eventId === null || content === null) return
  const answer = await store.uploadLicense({ eventId, content })
  await saveUpload(license, answer, services)
  if (answer.outcome === 'retry') {
    throw new LicenseNotUploadedError(`${answer.code}: ${answer.message}`)
  }
}

const states = { done: 'done', retry: 'waiting', final: 'refused' } as const

/** Keeps the answer; a license that changed meanwhile gets it in its new version. */
async function saveUpload(
  { licenseId }: License,
  answer: UploadAnswer,
  services: Services,
): Promise<void> {
  const upload = { state: states[answer.outcome], code: answer.code }
  await retrying(async () => {
    const license = await findLicense(services.db, services.vault, licenseId)
    if (license?.upload.state !== 'waiting') return true
    if (license.upload.code === upload.code && upload.state === 'waiting') return true
    const next = uploaded(license, upload, services.now())
    return (await tryPersist({ license: next }, services)) || undefined
  })
}
