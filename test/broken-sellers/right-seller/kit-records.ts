import { kitKey, listOf } from './kit.ts'
import type { Call, Members, Seller } from './parts.ts'

/** What is known of a record of the kit, or undefined. */
export function recordOf(call: Call, kind: string, ids: readonly unknown[], seller: Seller) {
  return seller.does.world(call, seller).kit.get(kitKey(call, kind, ids))
}

/** True for a record that was told of and not deleted since. */
export function isThere(
  call: Call,
  kind: string,
  ids: readonly unknown[],
  seller: Seller,
): boolean {
  return recordOf(call, kind, ids, seller)?.isDeleted === false
}

/** The flag of a call, which adds if there is none. */
export function flagOf({ members }: Pick<Call, 'members'>): number {
  return Number(members['flag'] ?? 1)
}

/** The users of a grant. */
export function usersOf({ members }: Pick<Call, 'members'>): readonly Members[] {
  return listOf(members, 'userList')
}

/** The departments of a full list, in its order. */
export function departmentsOf({ generation, members }: Call): readonly Members[] {
  return listOf(members, generation === 'kitV1' ? 'orgInfo' : 'orgInfoList')
}
