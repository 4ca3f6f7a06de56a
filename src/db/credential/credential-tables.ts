/** The last verified call of an interface at an address. */
export interface AddressCallTable {
  address: string
  /** operationId of the seller contract. */
  operation: string
  test: boolean
  last_at: Date
  last_code: string
}

/** How the secret of an application came last, and where. */
export interface KitApplicationUseTable {
  tenant_id: string
  site: string
  test_address: string
  instance_id: string
  app_id: string
  /** Of the pair whose private key opened it; null of one that is deleted. */
  key_fingerprint: string | null
  address: string
  called_at: Date
}

/** What came of an activity of an interface at an address. */
export interface ActivityCallTable {
  address: string
  /** operationId of the seller contract. */
  operation: string
  activity: string
  test: boolean
  first_at: Date
  last_at: Date
  last_code: string
  /** When one was first answered with success. */
  passed_at: Date | null
}
