import { type PlacedOperation, type Schema, bodyOf, membersOf } from '../openapi.ts'
import type { Collection, Role, Row } from './collections.ts'
import { type Written, effects } from './exceptions.ts'
import { absent, fitting, idLike, isRow, pick } from './values.ts'

/** A new thing: the scene of it, with what the body says, under an id of its own. */
export function made(
  operation: PlacedOperation,
  { members, idMember = 'id' }: Collection,
  { body, scene, now }: Omit<Written, 'row'>,
  salt: string,
): Row {
  const given = carried(operation, body, scene)
  const times = { createdAt: now, updatedAt: now }
  const id = { [idMember]: body[idMember] ?? idLike(String(scene[idMember]), salt) }
  return {
    ...pick({ ...scene, ...fitted(given, members, scene) }, members),
    ...pick(times, members),
    ...id,
  }
}

/** A thing after a write. */
export function changed(
  operation: PlacedOperation,
  { collection, ...role }: Role,
  written: Written,
): Row {
  const { members } = collection
  const { row, body, now } = written
  const isPost = operation.method === 'post'
  const part = role.does === 'act' ? partOf(role.action, members) : undefined
  const given = isPost ? {} : part ? { [part]: body } : carried(operation, body, row)
  const effect = effects[operation.operationId] ?? (isPost ? stateOfScene : () => ({}))
  const next = { ...row, ...fitted(given, members, row), ...pick(effect(written), members) }
  const version = row['version']
  return {
    ...next,
    ...('updatedAt' in members && { updatedAt: now }),
    ...(typeof version === 'number' && { version: version + 1 }),
  }
}

function stateOfScene({ scene }: Written): Row {
  return pick(scene, { state: true, status: true })
}

// `app-info` is the member `appInfo`.
function partOf(action: string, members: Collection['members']): string | undefined {
  const name = action.replace(/-(\w)/g, (_all, letter: string) => letter.toUpperCase())
  return isRow(membersOf(members[name])) && Object.keys(membersOf(members[name])).length > 0
    ? name
    : undefined
}

/** The members of a body; what it leaves out, a PUT takes away and a PATCH leaves. */
function carried(operation: PlacedOperation, body: Row, before: Row): Row {
  const names = Object.entries(membersOf(bodyOf(operation)))
  const whole = operation.method !== 'patch'
  return Object.fromEntries(
    names.flatMap(([name, schema]) => {
      if (name in body) return [[name, body[name]]]
      return whole ? [[name, absent(schema, before[name])]] : []
    }),
  )
}

// `hasPassword` says that a `password` was given, which is never shown.
function changedPart(schema: Schema | undefined, before: unknown, body: Row): Row {
  const was = isRow(before) ? before : {}
  const members = Object.entries(membersOf(schema))
  return Object.fromEntries(
    members.map(([name, member]) => {
      const secret = hidden(name)
      if (secret in body) return [name, body[secret] !== null]
      if (secret !== '') return [name, was[name] ?? false]
      return [name, name in body ? body[name] : absent(member, was[name])]
    }),
  )
}

function hidden(name: string): string {
  const [, first = '', rest = ''] = /^has([A-Z])(\w*)$/.exec(name) ?? []
  return first.toLowerCase() + rest
}

function fitted(given: Row, members: Collection['members'], before: Row): Row {
  return Object.fromEntries(
    Object.entries(pick(given, members)).map(([name, value]) => {
      return [name, shaped(value, members[name] ?? {}, before[name])]
    }),
  )
}

// A body says less of a part, or of several alike, than a thing shows of it.
function shaped(value: unknown, schema: Schema, before?: unknown): unknown {
  const { items } = schema
  const [like] = Array.isArray(before) ? (before as readonly unknown[]) : []
  if (Array.isArray(value) && items) return value.map((item) => shaped(item, items, like))
  const isPart = isRow(value) && Object.keys(membersOf(schema)).length > 0
  return isPart ? changedPart(schema, before, value) : fitting(value, schema)
}
