import { type Operation, successOf } from '../openapi.ts'
import type { Collection, Row } from './collections.ts'
import { agree, idLike, isRow, replaced } from './values.ts'

/** The things that a collection begins with: every one that a scene shows, each with an id of its own. */
export function seedsOf(collection: Collection): Row[] {
  const { list, show, idMember } = collection
  const listed = scenesOf(list).flatMap(({ value }) => (value['items'] ?? []) as readonly Row[])
  const whole = show === undefined ? [] : scenesOf(show)
  const shown = new Set<Row>()
  const rows = listed.map((item) => {
    const same = whole.find(({ value }) => isSame(item, value, idMember))
    if (same) shown.add(same.value)
    return same?.value ?? completed(item, whole)
  })
  for (const { name, value } of whole) {
    if (!shown.has(value))
      rows.push(isTaken(value, rows, idMember) ? other(value, name, idMember) : value)
  }
  return rows
}

interface Scene {
  readonly name: string
  readonly value: Row
}

/** The objects that an operation answers with in its scenes of success. */
function scenesOf(operation: Operation): Scene[] {
  const examples = Object.entries(successOf(operation)?.examples ?? {})
  return examples.flatMap(([name, { value }]) => (isRow(value) ? [{ name, value }] : []))
}

function isSame(item: Row, whole: Row, idMember = ''): boolean {
  return item[idMember] === whole[idMember] && agree(item, whole)
}

function isTaken(row: Row, rows: readonly Row[], idMember = ''): boolean {
  return rows.some((one) => one[idMember] === row[idMember])
}

/** The state of a thing, as most of the contract calls it. */
export function stateOf(row: Row): unknown {
  return row['status'] ?? row['state']
}

// What only a list shows has the rest from a scene of its state, with its own ids and names in it.
function completed(item: Row, whole: readonly Scene[]): Row {
  const like = whole.find(({ value }) => stateOf(value) === stateOf(item)) ?? whole[0]
  if (like === undefined) return item
  const own = Object.entries(item).flatMap(([name, member]) => {
    const theirs = like.value[name]
    return typeof member === 'string' && typeof theirs === 'string' && theirs !== ''
      ? [[theirs, member] as const]
      : []
  })
  return { ...(replaced(like.value, new Map(own)) as Row), ...item }
}

// Several scenes show one thing in several states: to be looked at side by side they are several things.
function other(row: Row, name: string, idMember = ''): Row {
  const ids = [...new Set([row[idMember], row['id']].filter((id) => typeof id === 'string'))]
  // Links and addresses carry it, too.
  const text = ids.reduce((json, id) => json.replaceAll(id, idLike(id, name)), JSON.stringify(row))
  return JSON.parse(text) as Row
}
