import { expect, test } from 'vitest'
import { operationsIn } from '../harness/contract-operations.ts'
import type { ContractSchemas, Part } from '../harness/contract-schemas.ts'

// The management contract is only added to: whoever reads it must be ready for what comes.

/** The places below a part with an enumeration that does not say that values will come. */
function closedEnums(part: Part, schemas: ContractSchemas, seen = new Set<string>()): string[] {
  const { node, pointer } = part
  if (seen.has(pointer)) return []
  seen.add(pointer)
  const isClosed = Array.isArray(node['enum']) && node['x-extensible'] !== true
  const below = Object.keys(node)
    .filter((name) => !name.startsWith('example'))
    .flatMap((name) => schemas.below(part, name) ?? [])
  return [
    ...(isClosed ? [pointer] : []),
    ...below.flatMap((inner) => closedEnums(inner, schemas, seen)),
  ]
}

const operations = operationsIn('management').map((one) => [one.operationId, one] as const)

test.each(operations)('the enumerations in the answers of %s are open', (_id, operation) => {
  const { part, schemas } = operation
  const responses = schemas.below(part, 'responses')
  if (responses === undefined) throw new Error('it has no answers')
  expect(closedEnums(responses, schemas)).toEqual([])
})

const webhooks = operationsIn('management', 'webhooks').map((one) => [one.path, one] as const)

test.each(webhooks)('the enumerations in what %s sends are open', (_path, { part, schemas }) => {
  const request = schemas.below(part, 'requestBody')
  if (request === undefined) throw new Error('it sends nothing')
  expect(closedEnums(request, schemas)).toEqual([])
})

test('a closed enumeration is found', () => {
  const [first] = operationsIn('management')
  const filter = first?.schemas.part('/components/parameters/Sort')
  if (first === undefined || filter === undefined) throw new Error('there is no such parameter')
  expect(closedEnums(filter, first.schemas)).toEqual(['/components/parameters/Sort/schema'])
})
