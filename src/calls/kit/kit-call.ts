import { lockBinding, nextVersions } from '../../db/tenant/bindings.ts'
import type { Database } from '../../db/database.ts'
import { success } from '../../domain/answer.ts'
import { Refusal } from '../../domain/refusal.ts'
import { isStorable } from '../../domain/storable-text.ts'
import { parseBeijingTime } from '../../domain/time/store-time.ts'
import type { Binding, BindingKey, KitChange } from '../../domain/tenant/tenant.ts'
import type { BindingVersion } from '../../events/told-tenant.ts'
import type { Told } from '../../events/told.ts'
import { type Call, originOf } from '../call.ts'
import type { CallResult } from '../handler.ts'

/** The members that every call of the kit has. */
export interface KitBody {
  readonly instanceId?: string
  readonly tenantId: string
  readonly timeStamp: string
}

/** Where a call writes: its transaction, in which the binding is locked. */
export interface LockedBinding {
  readonly transaction: Database
  readonly binding: Binding
}

/** The version that a change makes of a locked binding; the first one where it is told as several. */
export async function newVersion(
  { transaction, binding }: LockedBinding,
  events = 1,
): Promise<BindingVersion> {
  return { binding, version: await nextVersions(transaction, binding, events) }
}

/**
 * Succeeds and writes with the binding locked, so that calls about one binding follow one another.
 * Neither instance nor tenant need be known: the binding is then an expected one. What is returned is
 * told in the same commit.
 */
export function withBindingLock(
  call: Call<KitBody>,
  apply: (locked: LockedBinding) => Promise<readonly Told[]>,
): Promise<CallResult> {
  return Promise.resolve({
    answer: success(),
    save: async (transaction) => {
      const binding = await lockBinding(transaction, bindingOf(call), call.now)
      return apply({ transaction, binding })
    },
  })
}

function bindingOf(call: Call<KitBody>): BindingKey {
  const { tenantId, instanceId = '' } = call.body
  return { ...originOf(call), tenantId, instanceId }
}

const firstYear = Date.parse('0001-01-01T00:00:00Z')

/** When the store says the record changed. Throws Refusal for a time that no database has. */
export function timeOf({ timeStamp }: KitBody): Date {
  const time = parseBeijingTime(timeStamp)
  if (time !== undefined && time.getTime() >= firstYear) return time
  throw new Refusal('000002', 'timeStamp is not a valid date')
}

const changes: Readonly<Record<string, KitChange>> = {
  0: 'delete',
  1: 'add',
  2: 'modify',
  3: 'revoke',
}

/** What a call does, by its flag, which the contract has validated. */
export function changeOf({ flag }: { readonly flag: string | number }): KitChange {
  const change = changes[flag]
  if (change === undefined) throw new Refusal('000002', 'flag is not valid')
  return change
}

/** Throws Refusal for a member that is missing, which only a deletion may leave out. */
export function refuseMissing(
  change: KitChange,
  members: Readonly<Record<string, string | undefined>>,
): void {
  const missing = Object.keys(members).find((name) => members[name] === undefined)
  if (change !== 'delete' && missing !== undefined) {
    throw new Refusal('000002', `${missing} is missing`)
  }
}

/** The items of a list; none means an empty one. Throws Refusal for a text that could not be parsed as one. */
export function itemsOf<Item>(
  name: string,
  list: readonly Item[] | string | undefined,
): readonly Item[] {
  if (list === undefined) return []
  if (typeof list !== 'string') return list
  throw new Refusal('000002', `${name} is not a JSON list`)
}

/** Text inside a list that is stored as it is. Throws Refusal for what no database takes. */
export function storable(name: string, text: string): string {
  if (isStorable(text)) return text
  throw new Refusal('000002', `${name} holds characters that are not text`)
}
