import { isDeepStrictEqual } from 'node:util'
import type { ManagementSchemas } from '../contract/index.ts'
import type { Instance } from '../domain/instance/instance.ts'
import {
  type License,
  type LicenseContent,
  faultOf,
  withContent,
} from '../domain/license/license.ts'
import { changeLicense } from '../calls/licensing/change-license.ts'
import type { ManagementHandler } from './context.ts'
import { requireVersion } from './if-match.ts'
import { viewLicense } from './license-view.ts'
import { Problem, faultyRequest, inBody } from './problem.ts'
import { unknownLicense } from './not-found.ts'

type PutLicenseContentRequest = ManagementSchemas['PutLicenseContentRequest']

/** Hands over a license that is asked for. Throws Problem 409 for one that is made, released, or a code. */
export const putLicenseContent: ManagementHandler<'putLicenseContent'> = async (
  { path, body, ifMatch },
  { services },
) => {
  const content = contentFrom(body)
  const license = await changeLicense(path.licenseId, services, (found, instance) => {
    requireVersion(found, ifMatch)
    return changed(found, instance, { content, now: services.now() })
  })
  if (license === undefined) throw unknownLicense(path.licenseId)
  return viewLicense(license, services)
}

function contentFrom(body: PutLicenseContentRequest): LicenseContent {
  if ('text' in body) return { text: body.text }
  return { fileName: body.fileName, bytes: Buffer.from(body.base64, 'base64') }
}

interface Put {
  readonly content: LicenseContent
  readonly now: Date
}

function changed(license: License, instance: Instance | undefined, { content, now }: Put): License {
  refuseUnchangeable(license, instance)
  const fault = faultOf(content, license.family)
  if (fault !== undefined) {
    throw faultyRequest([inBody('text' in content ? 'text' : 'fileName', fault)])
  }
  if (isSame(content, license.content)) return license
  if (license.phase !== 'ready' || license.upload.state === 'refused') {
    return withContent(license, { outcome: 'ready', content }, now)
  }
  throw new Problem(
    409,
    `License ${license.licenseId} has already been issued and cannot be replaced.`,
    { code: 'license-issued' },
  )
}

function refuseUnchangeable({ licenseId, family, phase }: License, instance?: Instance): void {
  if (family === 'license-c') {
    throw new Problem(409, `License ${licenseId} is a code that the store issued.`, {
      code: 'license-code',
    })
  }
  if (phase === 'released' || instance?.phase === 'released') {
    throw new Problem(409, `License ${licenseId} is released and cannot be changed any more.`, {
      code: 'license-released',
    })
  }
  if (family === 'license-a' && instance?.frozen) {
    throw new Problem(
      409,
      `The instance of license ${licenseId} is frozen and gets none until that ends.`,
    )
  }
}

function isSame(content: LicenseContent, kept: LicenseContent | null): boolean {
  return isDeepStrictEqual(content, kept)
}
