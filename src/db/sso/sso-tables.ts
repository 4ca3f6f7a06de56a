/**
 * A login that is under way. `own`: its state comes back. `unified`, `cas`: only the cookie does.
 * `confirm`: who it is was asked already, and the user is asked whether to continue.
 */
export interface SsoLoginTable {
  id_hash: string
  browser_hash: string
  address: string
  step: 'own' | 'unified' | 'cas' | 'confirm'
  tenant_id: string | null
  /** Encrypted; what the step needs (sso/login.ts). */
  details: Uint8Array
  created_at: Date
}

/** A session of a user who signed in. */
export interface SsoSessionTable {
  id: string
  cookie_hash: string
  address: string
  site: string
  test_address: string
  test: boolean
  tenant_id: string
  /** With the application: whose credential the tokens are of. */
  instance_id: string
  app_id: string
  client_id: string
  user_name_hash: string
  entry: 'own' | 'unified' | 'workbench'
  protocol: 'oauth' | 'cas'
  /** Encrypted; what the auth centre says of the user. */
  identity: Uint8Array
  /** Encrypted; of OAuth only. */
  tokens: Uint8Array | null
  access_ends_at: Date | null
  /** Somebody renews the tokens; until then nobody else does. */
  renewing_until: Date | null
  signed_in_at: Date
  active_at: Date
  ends_at: Date
}

/** A code that the product exchanges once. */
export interface SsoCodeTable {
  code_hash: string
  session_id: string
  ends_at: Date
}
