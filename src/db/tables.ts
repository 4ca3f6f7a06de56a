import type { DepartmentState } from '../domain/department/department.ts'
import type { Failure, Family, Phase, UsageInfo } from '../domain/instance/instance.ts'
import type { LicenseFamily, UploadState } from '../domain/license/license.ts'
import type { BindingState } from '../domain/tenant/tenant.ts'
import type { Generated } from 'kysely'

/** All tables, as Kysely sees them. bytea columns hold enciphered JSON or bytes (crypto/vault.ts). */
export interface Tables {
  instances: InstanceTable
  licenses: LicenseTable
  claims: ClaimTable
  orders: OrderTable
  messages: MessageTable
  nonces: NonceTable
  events: EventTable
  key_uses: KeyUseTable
  kit_bindings: KitBindingTable
  kit_applications: KitApplicationTable
  kit_users: KitUserTable
  kit_departments: KitDepartmentTable
  secret_key_check: SecretKeyCheckTable
}

export interface InstanceTable {
  instance_id: string
  address: string
  family: Family
  test: boolean
  business_id: string
  order_id: string
  order_line_id: string
  latest_order_id: string
  latest_order_line_id: string
  product_id: string | null
  phase: Phase
  frozen: boolean
  frozen_after_expiry: boolean
  expire_time: Date | null
  acceptance_time: Date | null
  trial: boolean
  app_info: Uint8Array | null
  usage_info: readonly UsageInfo[]
  failure: Failure | null
  attention: string | null
  version: number
  created_at: Date
  updated_at: Date
}

export interface LicenseTable {
  /** The keyed hash of what tells a repeat, so the key itself makes a license once. */
  id: string
  address: string
  family: LicenseFamily
  test: boolean
  instance_id: string | null
  order_id: string | null
  order_line_id: string | null
  event_id: string | null
  product_id: string | null
  phase: Phase
  frozen: boolean
  frozen_after_expiry: boolean
  effective_time: Date | null
  expire_time: Date | null
  made_for: Uint8Array | null
  code: Uint8Array | null
  content: Uint8Array | null
  failure: Failure | null
  upload_state: UploadState
  upload_code: string | null
  version: number
  created_at: Date
  updated_at: Date
}

export interface ClaimTable {
  address: string
  family: string
  test: boolean
  activity: string
  claim_key: string
  instance_id: string | null
  claimed_at: Date
}

export interface OrderTable {
  address: string
  order_id: string
  order_line_id: string
  state: 'waiting' | 'fetched' | 'refused'
  result_code: string | null
  order_type: string | null
  charging_mode: string | null
  period_type: string | null
  period_number: number | null
  product_id: string | null
  sku_code: string | null
  product_name: string | null
  quantity: string | number | null
  create_time: Date | null
  expire_time: Date | null
  extend_params: Uint8Array | null
  currency: string | null
  currency_after_discount: string | null
  buyer: Uint8Array | null
  answer: Uint8Array | null
  fetched_at: Date | null
}

export interface MessageTable {
  id: string
  address: string
  family: string
  /** operationId of the seller contract. */
  operation: string
  activity: string | null
  instance_id: string | null
  order_id: string | null
  tenant_id: string | null
  license_id: string | null
  test: boolean
  authentic: boolean
  result_code: string
  result_msg: string
  received_at: Date
  duration_ms: number
  rerun_of: string | null
  body: Uint8Array
  answer: Uint8Array
}

export interface NonceTable {
  address: string
  interface_type: string
  nonce: string
  seen_at: Date
}

export interface EventTable {
  id: string
  instance_id: string
  type: string
  order_id: string | null
  at: Date
}

export interface KeyUseTable {
  address: string
  interface_type: string
  fingerprint: string
  last_used_at: Date
}

/** What every table of the kit begins with; `instance_id` is '' where there is no instance. */
interface KitColumns {
  address: string
  test: boolean
  tenant_id: string
  instance_id: string
  created_at: Date
  updated_at: Date
}

export interface KitBindingTable extends KitColumns {
  order_id: string | null
  tenant_code: string | null
  name: string | null
  domain_name: string | null
  state: BindingState
  time_stamp: Date | null
  departments_at: Date | null
}

export interface KitApplicationTable extends KitColumns {
  id: Generated<string>
  app_id: string
  client_id: string
  client_secret: Uint8Array | null
  state: 'bound' | 'deleted'
  time_stamp: Date
}

export interface KitUserTable extends KitColumns {
  id: Generated<string>
  app_id: string
  user_name_hash: string
  profile: Uint8Array
  org_code: string | null
  role: 'admin' | 'user'
  enabled: boolean
  state: 'granted' | 'revoked' | 'deleted'
  time_stamp: Date
}

export interface KitDepartmentTable extends KitColumns {
  id: Generated<string>
  org_code: string
  name: string
  parent_code: string | null
  state: DepartmentState
  time_stamp: Date
}

export interface SecretKeyCheckTable {
  only_row: Generated<boolean>
  fingerprint: string
}
