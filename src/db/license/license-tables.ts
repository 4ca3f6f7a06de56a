import type { Failure, Phase } from '../../domain/instance/instance.ts'
import type { LicenseFamily, UploadState } from '../../domain/license/license.ts'

export interface LicenseTable {
  /** The keyed hash of what tells a repeat, so the key itself makes a license once. */
  id: string
  site: string
  test_address: string
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
