import type { Address } from '../domain/address.ts'
import type { LicenseContent, LicenseFamily } from '../domain/license/license.ts'

/** What a license is made for; what the family does not know is null. */
export interface LicenseRequest {
  readonly family: Exclude<LicenseFamily, 'license-c'>
  readonly test: boolean
  readonly instanceId: string
  /** The instance is frozen: it expired, or is in violation. */
  readonly frozen: boolean
  readonly orderId: string | null
  readonly productId: string | null
  /** The store's number of the application (A). */
  readonly eventId: string | null
  /** The device that the license is bound to (A). */
  readonly deviceFingerprint: string | null
  /** The code that the license is made for (识别码, B). */
  readonly identificationCode: string | null
  readonly effectiveTime: Date | null
  readonly expireTime: Date | null
}

/** What the port may refuse with; `000900` and `000901` are quota and validity of an application. */
export type LicenseRefusalCode =
  | '000100'
  | '000101'
  | '000102'
  | '000103'
  | '000104'
  | '000105'
  | '000106'
  | '000107'
  | '000900'
  | '000901'

/** A license, pending (it comes later through the management API), or refused. */
export type IssuedLicense =
  | { readonly outcome: 'ready'; readonly content: LicenseContent }
  | { readonly outcome: 'pending' }
  | {
      readonly outcome: 'refused'
      readonly failure: { readonly code: LicenseRefusalCode; readonly reason: string }
    }

/**
 * The port that makes a license. What takes longer than about three seconds (License B: eleven) is
 * answered as being made, and kept when it comes. It runs before anything is written and may run
 * again for the same license, of which the first result that is kept counts. It is not asked for test
 * licenses.
 */
export type IssueLicense = (
  request: LicenseRequest,
  address: Address,
) => IssuedLicense | Promise<IssuedLicense>

// Names what was sold and proves nothing.
const plainTemplate = 'KOOGATE {instanceId} {eventId}{identificationCode}'

/**
 * The built-in ways. A real online license is made of the seller's own template, or else by hand. The
 * call of License 1.0 knows no license that comes later: without one it fails, and the order stays
 * undelivered until somebody at the store restarts it. So there the plain text stands in, of which an
 * operator is told, until a template or manual provisioning is set. A test license is made at once
 * whatever the setting: the dial test must pass.
 */
export const issueLicense: IssueLicense = (request, { product }) => {
  const { test, family } = request
  if (product.provisioning === 'manual' && !test) return { outcome: 'pending' }
  const plain = test || family === 'license-b' ? plainTemplate : undefined
  const template = product.licenseTemplate ?? plain
  if (template === undefined) return { outcome: 'pending' }
  return { outcome: 'ready', content: { text: fillLicense(template, request) } }
}

/** Whether a license is the plain text, which no seller chose. */
export function isPlain({ text }: { readonly text: string }, request: LicenseRequest): boolean {
  return text === fillLicense(plainTemplate, request)
}

/** Whether a template binds its license to a device. */
export function isDeviceBound(template: string): boolean {
  return template.includes('{deviceFingerprint}')
}

const placeholder =
  /\{(instanceId|orderId|eventId|deviceFingerprint|identificationCode|effectiveTime|expireTime)\}/g

/**
 * The template with its placeholders filled in, each once; times in ISO 8601, UTC; what is not
 * known is empty.
 */
export function fillLicense(template: string, request: LicenseRequest): string {
  return template.replace(placeholder, (_, name: keyof LicenseRequest) => textOf(request[name]))
}

function textOf(value: LicenseRequest[keyof LicenseRequest]): string {
  if (value === null) return ''
  return value instanceof Date ? value.toISOString().replace('.000Z', 'Z') : String(value)
}
