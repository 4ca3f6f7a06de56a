import type { ManagementSchemas } from '../contract/index.ts'
import type { UserProfile } from '../db/tenant/user-profile.ts'
import type { UserRow } from '../db/tenant/users.ts'
import { maskCall } from '../mask/mask.ts'
import { maskAccount, maskEmail, maskPerson, maskPhone } from '../mask/mask-text.ts'
import type { Reader } from '../domain/show.ts'

type UserView = ManagementSchemas['EventUser']

/** A user of the kit: profile, department and rights. */
export type User = UserProfile & Pick<UserRow, 'role' | 'enabled'> & { orgCode: string | null }

/** A user; what is private of it is shown to who may see it. */
export function viewUser(user: User, { show, subject }: Reader): UserView {
  const masked = (text: string | null, mask: (text: string) => string) =>
    text === null || text === '' ? null : show(subject, text, mask)
  return {
    userName: show(subject, user.userName, maskAccount),
    name: masked(user.name, maskPerson),
    orgCode: user.orgCode,
    role: user.role,
    enabled: user.enabled,
    position: user.position,
    employeeCode: masked(user.employeeCode, maskAccount),
    employeeType: user.employeeType,
    mobile: masked(user.mobile, maskPhone),
    email: masked(user.email, maskEmail),
    entryDate: user.entryDate,
    workPlace: user.workPlace,
    extension: show(subject, user.extension ?? null, maskCall) as UserView['extension'],
  }
}
