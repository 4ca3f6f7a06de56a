import type { Kind } from '../../domain/scope.ts'
import type {
  Failure,
  InstanceFamily,
  Metadata,
  Phase,
  UsageInfo,
} from '../../domain/instance/instance.ts'

export interface InstanceTable {
  instance_id: string
  site: string
  kind: Kind
  test_address: string
  address: string
  family: InstanceFamily
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
  /** Encrypted; see sale.ts. */
  sale: Uint8Array | null
  /** The version of the instance that the sale was written for. */
  sale_version: number | null
  app_info: Uint8Array | null
  usage_info: readonly UsageInfo[]
  failure: Failure | null
  attention: string | null
  external_id: string | null
  metadata: Metadata | null
  version: number
  created_at: Date
  updated_at: Date
}

export interface EventTable {
  id: string
  instance_id: string
  type: string
  order_id: string | null
  at: Date
  /** In the feed too; null as a version before the feed has written it, until it is numbered. */
  in_feed: boolean | null
}
