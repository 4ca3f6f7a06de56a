import type { SellerSchemas } from '../../contract/index.ts'
import type { Vault } from '../../crypto/vault.ts'
import type { NewUser, UserRow } from '../../db/tenant/users.ts'

type KitUser = SellerSchemas['KitUser']

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
  readonly extension: KitUser['extension']
}

/** A user of a list as it is written. */
export function toNewUser(user: KitUser, vault: Vault): NewUser {
  return {
    user_name_hash: vault.hash(user.userName),
    profile: vault.encrypt(JSON.stringify(profileOf(user))),
    org_code: user.orgCode === '' ? null : user.orgCode,
    role: user.role === 'admin' ? 'admin' : 'user',
    enabled: user.enable === 'true',
  }
}

/** A user who loses the application; this is written only of one who was not known. */
export function toLeavingUser({ userName }: Pick<KitUser, 'userName'>, vault: Vault): NewUser {
  return toNewUser({ userName, name: '', orgCode: '', role: 'user', enable: 'false' }, vault)
}

/** The profile of a kept user. */
export function readProfile({ profile }: UserRow, vault: Vault): UserProfile {
  return JSON.parse(vault.decrypt(profile).toString()) as UserProfile
}

function profileOf(user: KitUser): UserProfile {
  const { userName, name, extension = null } = user
  return {
    userName,
    name,
    position: memberOf(user, 'position'),
    employeeCode: memberOf(user, 'employeeCode'),
    employeeType: memberOf(user, 'employeeType'),
    mobile: memberOf(user, 'mobile'),
    email: memberOf(user, 'email'),
    entryDate: memberOf(user, 'entryDate'),
    workPlace: memberOf(user, 'workPlace'),
    extension,
  }
}

type OptionalMember = Exclude<keyof UserProfile, 'userName' | 'name' | 'extension'>

// The table has them at the top, the samples of V1 below extension.
function memberOf(user: KitUser, member: OptionalMember): string | null {
  return textOf(user[member]) ?? textOf(extensionOf(user)[member])
}

function extensionOf({ extension }: KitUser): Readonly<Record<string, unknown>> {
  return typeof extension === 'object' && extension !== null ? { ...extension } : {}
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
