import type { Tokens, UserInfo } from '../auth-centre/auth-centre.ts'
import type { Vault } from '../crypto/vault.ts'
import type { LoginRow } from '../db/sso/logins.ts'
import type { SessionRow } from '../db/sso/sessions.ts'

/** Which credential of a tenant a login uses. */
export interface CredentialRef {
  readonly test: boolean
  readonly instanceId: string
  readonly clientId: string
}

/** What a login under way has to remember. */
export interface LoginDetails {
  readonly entry: SessionRow['entry']
  /** What the product wants back with its code. */
  readonly productState?: string | undefined
  /** Of a login for which Koogate chose it. */
  readonly credential?: CredentialRef | undefined
  /** Who it is, while the user is asked whether to continue. */
  readonly signedIn?: SignedIn | undefined
}

/** A user whom the auth centre has named. */
export interface SignedIn {
  readonly entry: SessionRow['entry']
  readonly protocol: SessionRow['protocol']
  readonly tenantId: string
  readonly site: string
  readonly testAddress: string
  readonly test: boolean
  readonly instanceId: string
  readonly clientId: string
  readonly user: UserInfo
  /** Of OAuth. */
  readonly tokens: Tokens | undefined
  /** When the tokens came, in milliseconds. */
  readonly at: number
}

/** How the details of a login are kept. */
export function writeDetails(details: LoginDetails, vault: Vault): Buffer {
  return vault.encrypt(JSON.stringify(details))
}

export function readDetails({ details }: Pick<LoginRow, 'details'>, vault: Vault): LoginDetails {
  return JSON.parse(vault.decrypt(details).toString()) as LoginDetails
}
