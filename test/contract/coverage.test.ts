import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/contract.ts'
import { storeOperations } from '../../src/handlers/store-operations.ts'

function operationIdsOf(document: 'seller' | 'management'): string[] {
  const paths = Object.values(readDocument(document).paths ?? {}) as Record<string, unknown>[]
  const operations = paths.flatMap((path) => Object.values(path)) as { operationId?: string }[]
  return operations.map(({ operationId }) => operationId).filter((id) => id !== undefined)
}

describe('every operation of the contract', () => {
  test('of the store has a handler, and every handler an operation', () => {
    expect(Object.keys(storeOperations).sort()).toEqual(operationIdsOf('seller').sort())
  })
})
