import type { InterfaceFamily } from '../../interfaces.ts'

export interface MessageTable {
  id: string
  address: string
  family: InterfaceFamily
  /** operationId of the seller contract. */
  operation: string
  activity: string | null
  instance_id: string | null
  order_id: string | null
  tenant_id: string | null
  license_id: string | null
  test: boolean
  verified: boolean
  result_code: string
  result_msg: string
  received_at: Date
  duration_ms: number
  rerun_of: string | null
  /** Of the key that its signature held with, or of all that it did not hold with. */
  key_fingerprints: string[] | null
  body: Uint8Array
  answer: Uint8Array
}
