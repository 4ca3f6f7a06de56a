import type { BindingState } from '../../domain/tenant/tenant.ts'
import type { Generated } from 'kysely'

/** What every table of the kit begins with; `instance_id` is '' where there is no instance. */
export interface KitColumns {
  site: string
  test_address: string
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

/** Counts what is told of a binding and of all that belongs to it. */
export interface KitBindingVersionTable {
  tenant_id: string
  site: string
  test_address: string
  instance_id: string
  version: number
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
