import type { SellerSchemas } from '../../contract/index.ts'
import type { Vault } from '../../crypto/vault.ts'
import type { UserProfile } from '../../db/tenant/user-profile.ts'
import type { NewUser } from '../../db/tenant/users.ts'

type KitUser = SellerSchemas['KitUser']

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
  return typeof extension === 'object' ? { ...extension } : {}
}

function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value)
  return typeof value === 'string' && value !== '' ? value : null
}
