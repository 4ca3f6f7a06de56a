import { randomUUID } from 'node:crypto'
import type { PlacedOperation } from '../openapi.ts'
import { type Collection, type Role, type Row, rolesIn } from './collections.ts'
import { effects, repeats } from './exceptions.ts'
import { byListedId, find, missingOwner, notThere } from './find.ts'
import { listed } from './lists.ts'
import { type Repeatable, once } from './once.ts'
import type { Stored } from './pages.ts'
import type { MemoryRequest, Refused, Told } from './told.ts'
import { createSingles } from './singles.ts'
import { createTables } from './tables.ts'
import { isRow, pick } from './values.ts'
import { answer, etagOf, sceneOf, sceneOfDryRun, thingOf, viewOf } from './views.ts'
import { changed, made } from './writes.ts'

/** The things that the scenes of a document show, as they are after the writes since the last reset. */
export interface Memory {
  tell(request: MemoryRequest): Promise<Told>
  reset(): void
}

/** Remembers what is written over the scenes of these operations, for as long as the process lives. */
export function createMemory(operations: readonly PlacedOperation[]): Memory {
  const roles = rolesIn(operations)
  let world = createWorld()
  return {
    async tell(request) {
      const role = roles.get(request.operation.operationId)
      if (role === undefined) return world.singles.tell(request)
      return once(world.told, request, () => tellOf(world, role, request))
    },
    reset() {
      world = createWorld()
    },
  }
}

function createWorld() {
  return { tables: createTables(), singles: createSingles(), told: new Map<string, Repeatable>() }
}
type World = ReturnType<typeof createWorld>

function tellOf(world: World, role: Role, asked: MemoryRequest): Told | Promise<Told> {
  const { collection } = role
  const request = byListedId(world.tables, collection, asked)
  const missing = missingOwner(world.tables, collection, request)
  if (missing) return missing
  if (role.does === 'list')
    return listed(world.tables.of(collection, request.params), collection, request)
  if (role.does === 'create') return create(world, collection, request)
  const stored = find(world.tables, [collection, collection], request)
  if (stored === undefined) return notThere(world.tables, collection, request)
  if (role.does === 'scene') return sceneOfThing(role, request, stored)
  if (role.does === 'show') return viewOf(request.operation, collection, stored.row)
  return mismatch(stored, request) ?? write(world, role, { request, stored })
}

// What it answers is no thing, and may change one.
function sceneOfThing(role: Role, request: MemoryRequest, stored: Stored): Told {
  const { operation } = request
  if (operation.operationId in effects) {
    const written = writtenBy(request, sceneOf(operation))
    stored.row = changed(operation, role, { ...written, row: stored.row })
  }
  return 'scene'
}

function mismatch({ row }: Stored, { operation, headers }: MemoryRequest): Refused | undefined {
  const expected = headers['if-match']
  const takesTag = operation.parameters?.some(({ name }) => name === 'If-Match')
  if (!takesTag || expected === undefined || expected === '*' || expected === etagOf(row)) return
  return { refused: 412, words: `It has changed: its ETag is ${etagOf(row)}, not ${expected}.` }
}

function create(world: World, collection: Collection, request: MemoryRequest): Told {
  const { operation, params, body } = request
  const written = writtenBy(request, thingOf(operation, collection))
  const { idMember = '' } = collection
  const counted = written.body['dryRun'] === true && sceneOfDryRun(operation, collection)
  if (counted) return answer({ ...counted, ...pick(written.body, counted) })
  const id = written.body[idMember]
  const known = world.tables.of(collection, params).find(({ row }) => row[idMember] === id)
  if (isRow(body) && id !== undefined && known) {
    const view = viewOf(operation, collection, known.row)
    return { ...view, body: { ...view.body, ...repeats[operation.operationId] } }
  }
  const row = made(operation, collection, written, randomUUID())
  world.tables.add(collection, params, row)
  return viewOf(operation, collection, row)
}

function write(
  { tables }: World,
  role: Role,
  { request, stored }: { readonly request: MemoryRequest; readonly stored: Stored },
): Told {
  const { operation, params } = request
  if (role.does === 'remove') tables.remove(role.collection, params, stored)
  else {
    const written = writtenBy(request, thingOf(operation, role.collection))
    stored.row = changed(operation, role, { ...written, row: stored.row })
  }
  return viewOf(operation, role.collection, stored.row)
}

function writtenBy({ body }: MemoryRequest, scene: Row) {
  return { body: isRow(body) ? body : {}, scene, now: new Date().toISOString() }
}
