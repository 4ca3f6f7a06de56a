import { statusOf } from '../domain/instance/instance.ts'
import type { License } from '../domain/license/license.ts'
import { subjectOf } from '../domain/subject.ts'
import type { Told } from './told.ts'

/** A change of a license. */
export interface LicenseStory {
  readonly license: License
  /** As it was before; undefined, or of version 0, for one that is new. */
  readonly before: License | undefined
  readonly messageId: string | null
}

/** The data of a change of a license, as they are kept. */
export type LicenseData = ReturnType<typeof dataOf>

/** What is told of a change of a license. */
export function toldLicense({ license, before, messageId }: LicenseStory): Told {
  const { licenseId, site, address, test, version } = license
  const known = before?.version === 0 ? undefined : before
  const types = typesOf(license, known)
  return {
    ...{ site, address, test },
    topic: subjectOf('license', licenseId),
    seq: version,
    types: types.length === 0 ? ['license.changed'] : types,
    personal: license.code !== null,
    data: dataOf(license, known, messageId),
  }
}

function dataOf(license: License, before: License | undefined, messageId: string | null) {
  const { orderId } = license
  return {
    licenseId: license.licenseId,
    address: license.address,
    family: license.family,
    test: license.test,
    instanceId: license.instanceId,
    orderId,
    eventId: license.eventId,
    code: license.code,
    madeFor: license.madeFor,
    productId: license.productId,
    status: statusOf(license),
    previousStatus: before === undefined ? null : statusOf(before),
    version: license.version,
    effectiveTime: license.effectiveTime,
    expireTime: license.expireTime,
    activatedAt: license.activatedAt,
    codeStatus: license.codeStatus,
    upload: license.upload,
    failure: license.failure,
    cause: { messageId, orderId },
  }
}

// The store made a code of License 2.0 itself: none is asked for.
function typesOf(after: License, before: License | undefined): string[] {
  const isAskedFor = before === undefined && after.family !== 'license-c'
  const isIssued = after.content !== null && after.content !== before?.content
  const isFailed = after.failure !== null && after.failure !== before?.failure
  return [
    ...(isAskedFor ? ['license.requested'] : []),
    ...(isIssued ? ['license.issued'] : []),
    ...(isFailed ? ['license.failed'] : []),
    ...codeTypes(after, before),
    ...uploadTypes(after, before),
    ...renewalTypes(after, before),
    ...freezeTypes(after, before),
    ...(after.phase === 'released' && before?.phase !== 'released' ? ['license.released'] : []),
  ]
}

function uploadTypes({ upload: { state } }: License, before: License | undefined): string[] {
  if (state === (before?.upload.state ?? 'none')) return []
  if (state === 'done') return ['license.uploaded']
  return state === 'refused' ? ['license.refused'] : []
}

function codeTypes(after: License, before: License | undefined): string[] {
  const isNew = isActivatedNow(after, before)
  const isLapsed = hasLapsed(after) && !(before !== undefined && hasLapsed(before))
  return [
    ...(isNew ? ['license.code.activated'] : []),
    ...(isLapsed ? ['license.code.lapsed'] : []),
  ]
}

function isActivatedNow(after: License, before: License | undefined): boolean {
  return after.activatedAt !== null && (before?.activatedAt ?? null) === null
}

function hasLapsed({ codeStatus }: License): boolean {
  return codeStatus === 'expired' || codeStatus === 'released'
}

// Only a renewal that is cancelled moves an expiry back. What an activation tells of its order and its
// expiry is no renewal, nor is the first expiry that a check tells.
function renewalTypes(after: License, before: License | undefined): string[] {
  const isCode = after.family === 'license-c'
  if (isActivatedNow(after, before)) return []
  if (before === undefined) return isCode && after.orderId !== null ? ['license.renewed'] : []
  const isRenewed = isCode && after.orderId !== before.orderId
  if (isCode && !isRenewed) return isExtended(after, before) ? ['license.renewed'] : []
  const [was, is] = [before.expireTime?.getTime(), after.expireTime?.getTime()]
  if (was === is) return isRenewed ? ['license.renewed'] : []
  const isMovedBack = was !== undefined && is !== undefined && is < was
  return [isMovedBack ? 'license.renewal_refunded' : 'license.renewed']
}

// The store's calls about codes are optional: then the next check tells of a renewal.
function isExtended(after: License, before: License): boolean {
  const [was, is] = [before.expireTime, after.expireTime]
  return was !== null && is !== null && is > was
}

function freezeTypes(after: License, before: License | undefined): string[] {
  if (after.frozen === (before?.frozen ?? false)) return []
  return [after.frozen ? 'license.frozen' : 'license.unfrozen']
}
