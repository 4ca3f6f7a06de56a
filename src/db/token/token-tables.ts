import type { Scope } from '../../contract/index.ts'

/** A management token; of the token itself only the hash is kept. */
export interface TokenTable {
  id: string
  name: string
  /** SHA-256 in hex. */
  hash: string
  scopes: readonly Scope[]
  created_at: Date
  expires_at: Date | null
  /** To a minute: a row that every request writes would make them wait for each other. */
  last_used_at: Date | null
}
