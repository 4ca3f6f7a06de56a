import {
  type Operation,
  type PlacedOperation,
  type Schema,
  membersOf,
  successOf,
} from '../openapi.ts'
import type { MockAnswer } from '../refusals.ts'
import { type Collection, type Row, thingIn } from './collections.ts'
import type { Page, Stored } from './pages.ts'
import { isRow, pick } from './values.ts'

/** The first scene of success of an operation; empty where it has none. */
export function sceneOf(operation: Operation): Row {
  const [scene] = Object.values(successOf(operation)?.examples ?? {})
  return isRow(scene?.value) ? scene.value : {}
}

/** The first scene of success in which nothing was made, as a dry run is answered: it shows no id. */
export function sceneOfDryRun(
  operation: Operation,
  { idMember = 'id' }: Collection,
): Row | undefined {
  const scenes = Object.values(successOf(operation)?.examples ?? {}).map(({ value }) => value)
  return scenes.filter(isRow).find((scene) => scene[idMember] === null)
}

/** The thing in the scene of an operation. */
export function thingOf(operation: Operation, collection: Collection): Row {
  const member = memberOf(operation, collection)
  const scene = sceneOf(operation)
  const thing = member === '' ? scene : scene[member]
  return isRow(thing) ? thing : {}
}

function memberOf(operation: Operation, { list }: Collection): string {
  const item: Schema = successOf(list)?.schema?.properties?.['items']?.items ?? {}
  return thingIn(successOf(operation)?.schema, item) ?? ''
}

/** A thing as an operation answers it; what is not of the thing, such as a new secret, is of the scene. */
export function viewOf(operation: Operation, collection: Collection, row: Row): MockAnswer {
  const member = memberOf(operation, collection)
  const schema = successOf(operation)?.schema
  const shown = { ...thingOf(operation, collection), ...row }
  const body =
    member === ''
      ? pick(shown, membersOf(schema))
      : { ...sceneOf(operation), [member]: pick(shown, membersOf(membersOf(schema)[member])) }
  const hasETag = 'ETag' in (operation.responses['200']?.headers ?? {})
  return answer(body, hasETag ? { ETag: etagOf(row) } : {})
}

/** The `version` in quotes. */
export function etagOf({ version }: Row): string {
  return JSON.stringify(String(version))
}

/** A page as a list answers it. */
export function pageView({ listed }: Collection, { stored, nextCursor }: Page): MockAnswer {
  return answer({ items: stored.map(({ row }) => pick(row, listed)), nextCursor })
}

/** A part of a feed, with the position by which the next request goes on. */
export function feedView(
  { listed }: Collection,
  all: readonly Stored[],
  { stored, next }: { readonly stored: readonly Stored[]; readonly next: number },
): MockAnswer {
  return answer({ items: stored.map(({ row }) => pick(row, listed)), next, last: lastOf(all) })
}

/** The last position of a feed. */
export function lastOf(all: readonly Stored[]): number {
  return Math.max(0, ...all.map(positionOf))
}

/** Where a thing stands in a feed. */
export function positionOf({ row }: Stored): number {
  return Number(row['position'])
}

/** Success with an object. */
export function answer(body: object, headers: Readonly<Record<string, string>> = {}): MockAnswer {
  return { status: 200, type: 'application/json', headers, body }
}

/** Whether an operation reads a feed by positions, or a list by pages. */
export function isFeed({ parameters = [] }: PlacedOperation): boolean {
  return parameters.some(({ name }) => name === 'after')
}
