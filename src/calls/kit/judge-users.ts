import {
  type SchemaValidator,
  type SellerSchemas,
  createSchemaValidator,
  firstViolation,
  validationMessage,
} from '../../contract/index.ts'
import type { Vault } from '../../crypto/vault.ts'
import type { NewUser } from '../../db/tenant/users.ts'
import { isStorable } from '../../domain/storable-text.ts'
import type { KitChange } from '../../domain/tenant/tenant.ts'
import { toLeavingUser, toNewUser } from './user.ts'

/** The users of a list, each judged alone. */
export interface JudgedUsers {
  readonly taken: readonly NewUser[]
  /** Why the others were not taken, in the order of the list: the place in it, the member, the reason. */
  readonly faults: readonly string[]
}

const violationsOfUser = createSchemaValidator('seller', 'KitUser', {})
const violationsOfName = createSchemaValidator('seller', 'KitUserName', {})

/** Judges each item by the contract; of a user who loses the application only the account is needed. */
export function judgeUsers(
  items: readonly unknown[],
  change: KitChange,
  vault: Vault,
): JudgedUsers {
  const leaves = change === 'delete' || change === 'revoke'
  const judged = items.map((item, index) => {
    const whole = faultOfUser(item)
    const fault = leaves ? faultOfName(item) : whole
    if (fault !== undefined) return { fault: `userList/${index}/${fault}` }
    // The contract has just validated it.
    const user = item as SellerSchemas['KitUser']
    return { user: whole === undefined ? toNewUser(user, vault) : toLeavingUser(user, vault) }
  })
  return {
    taken: judged.flatMap(({ user }) => user ?? []),
    faults: judged.flatMap(({ fault }) => fault ?? []),
  }
}

function faultOfUser(item: unknown): string | undefined {
  const fault = messageOf(violationsOfUser(item))
  if (fault !== undefined) return fault
  const { orgCode } = item as SellerSchemas['KitUser']
  return isStorable(orgCode) ? undefined : 'orgCode holds characters that are not text'
}

function faultOfName(item: unknown): string | undefined {
  return messageOf(violationsOfName(item))
}

function messageOf(violations: ReturnType<SchemaValidator>): string | undefined {
  const violation = firstViolation(violations)
  return violation && validationMessage(violation)
}
