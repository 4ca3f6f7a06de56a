import { randomUUID } from 'node:crypto'
import { type ManagementAnswer, manage } from './management.ts'
import { readerOf } from './tokens.ts'
import { type TestService, newId } from './service.ts'
import { newOrder, purchaseOf, storeCall } from './store.ts'
import { v1Call } from './v1-call.ts'

type Service = Pick<TestService, 'url' | 'managementToken'>
type Members = Readonly<Record<string, string>>

/** A call of the online license (A). */
export function callA(service: Service, members: Readonly<Record<string, unknown>>) {
  return storeCall(service, members, { path: 'license' })
}

/** A call of License 1.0 (B), its answer's signature verified. */
export function callB(service: Service, members: Members) {
  return v1Call(service, members, { path: 'license' })
}

/** A call of a license code (C). */
export function callC(service: Service, members: Readonly<Record<string, unknown>>) {
  return storeCall(service, members, { path: 'license-code' })
}

/** Sells an instance of the online license and returns its id. */
export async function buyA(service: Service, order = newOrder(), more: Members = {}) {
  const { body } = await callA(service, purchaseOf(order, more))
  return String(body['instanceId'])
}

/** A valid application for a license of an instance. */
export function applicationFor(instanceId: string, more: Members = {}): Members {
  return {
    activity: 'getLicenseAsync',
    instanceId,
    eventId: randomUUID(),
    effectiveTime: '2026-10-27 10:30:15 z',
    expireTime: '2027-10-27 10:30:15 z',
    deviceFingerprint: '04:7C:16:5E:E3:5D|001B_444A_488B_5CEC.||BFEBFBFF00090672',
    ...more,
  }
}

/** A valid getLicense of a new order. */
export function getLicenseOf(more: Members = {}): Members {
  return {
    activity: 'getLicense',
    businessId: newId('business'),
    customerId: '68cbc86abc2018ab880d92f36422fa0e',
    orderId: newId('CS'),
    productId: '00301-666666-0--0',
    saasExtendParams: extendParams([{ name: 'identificationCode', value: 'ID-20230420-001' }]),
    ...more,
  }
}

export function extendParams(list: unknown): string {
  return Buffer.from(JSON.stringify(list)).toString('base64')
}

export type LicenseView = Readonly<Record<string, unknown>> & { readonly licenseId: string }

/** The licenses that a query finds, as the management API shows them to who sees nothing private. */
export async function licensesOf(service: Service, query: string): Promise<LicenseView[]> {
  const authorization = await readerOf(service)
  const { body } = await manage(service, `/licenses?${query}`, { authorization })
  return body['items'] as LicenseView[]
}

/** The one license that a query finds. */
export async function licenseOf(service: Service, query: string): Promise<LicenseView> {
  const [license, ...others] = await licensesOf(service, query)
  if (license === undefined || others.length > 0) throw new Error(`not one license for ${query}`)
  return license
}

/** Hands over the content of a license. */
export function putContent(
  service: Service,
  licenseId: string,
  body: unknown,
): Promise<ManagementAnswer> {
  return manage(service, `/licenses/${licenseId}/content`, { method: 'PUT', body })
}

/** Rows as one text, their bytes read as characters: what a text of theirs holds is found in it. */
export function rowsAsText(rows: readonly object[]): string {
  const texts = rows.flatMap((row) =>
    Object.values(row).map((value: unknown) =>
      value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value),
    ),
  )
  return texts.join('\n')
}

/** The members but some. */
export function without(members: Members, ...names: readonly string[]): Members {
  return Object.fromEntries(Object.entries(members).filter(([name]) => !names.includes(name)))
}
