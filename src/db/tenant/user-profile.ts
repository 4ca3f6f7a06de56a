import type { SellerSchemas } from '../../contract/index.ts'
import type { Vault } from '../../crypto/vault.ts'
import type { UserRow } from './users.ts'

/** What is personal of a user, as it is kept encrypted; empty members are null. */
export interface UserProfile {
  readonly userName: string
  readonly name: string
  readonly position: string | null
  readonly employeeCode: string | null
  readonly employeeType: string | null
  readonly mobile: string | null
  readonly email: string | null
  readonly entryDate: string | null
  readonly workPlace: string | null
  readonly extension: SellerSchemas['KitUser']['extension']
}

/** The profile of a kept user. */
export function readProfile({ profile }: Pick<UserRow, 'profile'>, vault: Vault): UserProfile {
  return JSON.parse(vault.decrypt(profile).toString()) as UserProfile
}
