import { type PlacedOperation, membersOf, successOf } from '../openapi.ts'
import type { Row } from './collections.ts'
import type { MemoryRequest, Told } from './told.ts'
import { isRow, pick } from './values.ts'
import { answer, sceneOf } from './views.ts'

/** What is at an address of its own and in no list. */
export interface Singles {
  tell(request: MemoryRequest): Told
}

/** Remembers what was put at each address; before that it is the scene, with what the path says. */
export function createSingles(): Singles {
  const put = new Map<string, Row>()
  return {
    tell({ operation, params, body }) {
      const { method, path } = operation
      if (!isSingle(operation)) return 'scene'
      const key = JSON.stringify([path, params])
      if (method === 'put' && isRow(body)) put.set(key, body)
      const members = membersOf(successOf(operation)?.schema)
      return answer(pick({ ...sceneOf(operation), ...params, ...put.get(key) }, members))
    },
  }
}

// Its path ends with what names it.
function isSingle(operation: PlacedOperation): boolean {
  const { method, path } = operation
  const isRead = method === 'get' || method === 'put'
  return isRead && path.endsWith('}') && Object.keys(sceneOf(operation)).length > 0
}
