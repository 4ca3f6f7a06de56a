import type { Selectable } from 'kysely'
import type { Vault } from '../../crypto/vault.ts'
import type { Status } from '../../domain/instance/instance.ts'
import { type CodeStatus, isActivated } from '../../domain/license/code.ts'
import type {
  License,
  LicenseContent,
  LicenseFamily,
  UploadState,
} from '../../domain/license/license.ts'
import { scopeOf } from '../../domain/scope.ts'
import type { Database } from '../database.ts'
import { type Page, type PageOf, isByUpdate, pageOfQuery } from '../page.ts'
import { scopeColumns } from '../scope-columns.ts'
import type { LicenseTable } from './license-tables.ts'

type Row = Selectable<LicenseTable>

/** With what the store said of a code. */
type RowWithCode = Row & {
  readonly activated_at: Date | null
  readonly code_status: CodeStatus | null
}

export async function findLicense(
  db: Database,
  vault: Vault,
  licenseId: string,
): Promise<License | undefined> {
  const [license] = await findLicenses(db, vault, [licenseId])
  return license
}

/** The licenses with these ids, in any order. */
export async function findLicenses(
  db: Database,
  vault: Vault,
  licenseIds: readonly string[],
): Promise<License[]> {
  const rows = await withCodes(db)
    .where((where) => where('id', '=', where.fn.any(where.val(licenseIds))))
    .execute()
  return rows.map((row) => toLicense(row, vault))
}

function withCodes(db: Database) {
  return db
    .selectFrom('licenses')
    .leftJoin('license_codes', 'license_codes.license_id', 'licenses.id')
    .selectAll('licenses')
    .select(['license_codes.activated_at', 'license_codes.code_status'])
}

export interface LicenseFilter {
  readonly address?: string | undefined
  readonly instanceId?: string | undefined
  readonly eventId?: string | undefined
  readonly orderId?: string | undefined
  /** One of these ids. */
  readonly licenseIds?: readonly string[] | undefined
  readonly family?: LicenseFamily | undefined
  readonly upload?: UploadState | undefined
  readonly status?: Status | undefined
  readonly test?: boolean | undefined
}

/** Licenses, the newest first. */
export async function listLicenses(
  db: Database,
  vault: Vault,
  filter: LicenseFilter,
  page: Page,
): Promise<PageOf<License>> {
  const columns = { time: 'created_at', updated: 'updated_at', id: 'id' } as const
  // They are the newest, and among the last that changed.
  const areFew = filter.status === 'provisioning' && isByUpdate(page.sort)
  const found = await pageOfQuery(filtered(db, filter), { ...columns, areFew }, page)
  return { ...found, items: found.items.map((row) => toLicense(row, vault)) }
}

function filtered(db: Database, filter: LicenseFilter) {
  const { address, instanceId, eventId, orderId, licenseIds, family, upload, status, test } = filter
  let query = withCodes(db)
  if (address !== undefined) query = query.where('address', '=', address)
  if (instanceId !== undefined) query = query.where('instance_id', '=', instanceId)
  if (eventId !== undefined) query = query.where('event_id', '=', eventId)
  if (orderId !== undefined) query = query.where('order_id', '=', orderId)
  if (licenseIds !== undefined) {
    query = query.where((where) => where('id', '=', where.fn.any(where.val(licenseIds))))
  }
  if (family !== undefined) query = query.where('family', '=', family)
  if (upload !== undefined) query = query.where('upload_state', '=', upload)
  if (test !== undefined) query = query.where('test', '=', test)
  if (status === undefined) return query
  if (status !== 'active' && status !== 'frozen') return query.where('phase', '=', status)
  return query.where('phase', '=', 'ready').where('frozen', '=', status === 'frozen')
}

export function toLicenseRow(license: License, vault: Vault): Row {
  const { madeFor, code, content } = license
  return {
    id: license.licenseId,
    ...scopeColumns(scopeOf(license)),
    address: license.address,
    family: license.family,
    test: license.test,
    instance_id: license.instanceId,
    order_id: license.orderId,
    order_line_id: license.orderLineId,
    event_id: license.eventId,
    product_id: license.productId,
    phase: license.phase,
    frozen: license.frozen,
    frozen_after_expiry: license.frozenAfterExpiry,
    effective_time: license.effectiveTime,
    expire_time: license.expireTime,
    made_for: madeFor === null ? null : vault.encrypt(madeFor),
    code: code === null ? null : vault.encrypt(code),
    content: content === null ? null : vault.encrypt(writeContent(content)),
    failure: license.failure,
    upload_state: license.upload.state,
    upload_code: license.upload.code,
    version: license.version,
    created_at: license.createdAt,
    updated_at: license.updatedAt,
  }
}

function toLicense(row: RowWithCode, vault: Vault): License {
  const opened = (encrypted: Uint8Array | null) => encrypted && vault.decrypt(encrypted).toString()
  const content = opened(row.content)
  return {
    licenseId: row.id,
    site: row.site,
    address: row.address,
    family: row.family,
    test: row.test,
    instanceId: row.instance_id,
    orderId: row.order_id,
    orderLineId: row.order_line_id,
    eventId: row.event_id,
    productId: row.product_id,
    phase: row.phase,
    frozen: row.frozen,
    frozenAfterExpiry: row.frozen_after_expiry,
    effectiveTime: row.effective_time,
    expireTime: row.expire_time,
    madeFor: opened(row.made_for),
    code: opened(row.code),
    activatedAt: row.activated_at,
    codeStatus: row.code_status !== null && isActivated(row.code_status) ? row.code_status : null,
    content: content === null ? null : readContent(content),
    failure: row.failure,
    upload: { state: row.upload_state, code: row.upload_code },
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  }
}

type KeptContent =
  | { readonly text: string }
  | { readonly fileName: string; readonly base64: string }

function writeContent(content: LicenseContent): string {
  const kept: KeptContent =
    'text' in content
      ? content
      : { fileName: content.fileName, base64: content.bytes.toString('base64') }
  return JSON.stringify(kept)
}

function readContent(text: string): LicenseContent {
  const kept = JSON.parse(text) as KeptContent
  if ('text' in kept) return kept
  return { fileName: kept.fileName, bytes: Buffer.from(kept.base64, 'base64') }
}
