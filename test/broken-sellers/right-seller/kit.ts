import { succeed } from './http.ts'
import type { Answer, Call, Members, Parts, Seller } from './parts.ts'
import { isObject, textOf, unwrapped } from './parse.ts'
import { invalid } from './refusal.ts'

/** By what a record of the kit is known. */
export function kitKey(call: Call, kind: string, ids: readonly unknown[]): string {
  const { instanceId, tenantId } = call.members
  return JSON.stringify([kind, instanceId ?? '', tenantId, ...ids])
}

/** Keeps what a call tells of something, unless a newer call told of it before. */
function upsert(call: Call, kind: string, ids: readonly unknown[], seller: Seller): void {
  const { flag } = call.members
  const key = kitKey(call, kind, ids)
  const { kit } = seller.does.world(call, seller)
  const timeStamp = textOf(call.members['timeStamp'])
  if (timeStamp < (kit.get(key)?.timeStamp ?? '')) return
  kit.set(key, { timeStamp, isDeleted: Number(flag ?? 1) === 0 })
}

/** Members of a list, which is one or the JSON text of one. Throws Refusal. */
export function listOf(members: Members, name: string): readonly Members[] {
  const list = unwrapped(members[name]) ?? members[name]
  if (!Array.isArray(list) || !list.every(isObject))
    throw invalid(`${name} is not a list of objects`)
  return list
}

function authSync(call: Call, seller: Seller): Answer {
  const users = listOf(call.members, 'userList')
  if (users.some((user) => !user['userName'])) throw invalid('userName is missing')
  for (const { userName } of users) upsert(call, 'user', [call.members['appId'], userName], seller)
  return succeed()
}

function allOrgSync(call: Call, seller: Seller): Answer {
  const name = call.generation === 'kitV1' ? 'orgInfo' : 'orgInfoList'
  for (const { orgCode } of listOf(call.members, name))
    upsert(call, 'department', [orgCode], seller)
  return succeed()
}

export const kitParts = {
  tenantSync(call, seller) {
    upsert(call, 'tenant', [], seller)
    return succeed()
  },
  applicationSync(call, seller) {
    seller.does.openSecret(textOf(call.members['clientSecret']), seller)
    upsert(call, 'application', [call.members['appId']], seller)
    return succeed()
  },
  authSync,
  singleOrgSync(call, seller) {
    upsert(call, 'department', [call.members['orgCode']], seller)
    return succeed()
  },
  allOrgSync,
} satisfies Partial<Parts>
