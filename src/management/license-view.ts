import { lengths, type ManagementSchemas } from '../contract/index.ts'
import type { ManagementServices } from './context.ts'
import { subjectOf } from '../domain/subject.ts'
import { statusOf } from '../domain/instance/instance.ts'
import type { License } from '../domain/license/license.ts'
import { maskCode } from '../mask/mask-text.ts'
import { urlOf } from './url-of.ts'

type LicenseView = ManagementSchemas['License']

/** A license as it is shown: what it is made for, and never itself. */
export function viewLicense(license: License, { show }: ManagementServices): LicenseView {
  const { licenseId, code, failure } = license
  return {
    licenseId,
    address: license.address,
    family: license.family,
    test: license.test,
    instanceId: license.instanceId,
    orderId: license.orderId,
    eventId: license.eventId,
    code: code === null ? null : show(subjectOf('license', licenseId), code, maskCode),
    madeFor: license.madeFor,
    productId: license.productId,
    status: statusOf(license),
    effectiveTime: license.effectiveTime?.toISOString() ?? null,
    expireTime: license.expireTime?.toISOString() ?? null,
    activatedAt: license.activatedAt?.toISOString() ?? null,
    codeStatus: license.codeStatus,
    upload: { ...license.upload },
    failure: failure && {
      code: failure.code,
      reason: failure.reason.slice(0, lengths.failureReason),
    },
    messages: urlOf(['messages'], { licenseId }),
    version: license.version,
    createdAt: license.createdAt.toISOString(),
    updatedAt: license.updatedAt.toISOString(),
  }
}
