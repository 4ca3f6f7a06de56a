import { describe, expect, test } from 'vitest'
import { readDocument } from '../../src/contract/index.ts'
import { interfaceOf, operations, signatures } from '../../src/interfaces.ts'
import { operationsIn } from '../harness/contract-operations.ts'

const contract = readDocument('seller')
const operationsOfContract = operationsIn('seller')

describe('the table of interfaces says what the contract says', () => {
  test('of all operations and no other', () => {
    const ids = operationsOfContract.map(({ operationId }) => operationId)
    expect([...operations].sort()).toEqual(ids.sort())
  })

  test.each(operations)('of path, method and signature of %s', (operation) => {
    const { path, method, signature } = interfaceOf(operation)
    const item = contract.paths?.[path] as Record<string, Record<string, unknown>>
    expect(item[method]).toMatchObject({ operationId: operation, security: [{ [signature]: [] }] })
  })

  test.each(operations)('of signed answers of %s', (operation) => {
    const { path, method, signsAnswers } = interfaceOf(operation)
    const item = contract.paths?.[path] as Record<string, object>
    const headers = ['responses', '200', 'headers', 'Body-Sign']
    if (signsAnswers) expect(item[method]).toHaveProperty(headers)
    else expect(item[method]).not.toHaveProperty(headers)
  })

  test.each(operations)('of where the activity of %s is', (operation) => {
    const { path, activity } = interfaceOf(operation)
    expect(activity).toBe(path.includes('{product}') ? path.split('/').at(-1) : undefined)
  })

  test('of every signature, and of how it is carried', () => {
    const schemes = Object.entries(contract.components?.securitySchemes ?? {})
    const carriers = Object.fromEntries(
      schemes.map(([name, scheme]) => {
        const { in: place, name: carried } = scheme as { in: string; name: string }
        return [name, `${place}-${carried === 'authToken' ? 'token' : 'signature'}`]
      }),
    )
    const known = Object.entries(signatures).map(([name, { carrier }]) => [name, carrier])
    expect(carriers).toEqual(Object.fromEntries(known))
  })
})

describe('the deadline of an interface', () => {
  // Of the older generations, and of the longest list.
  const patient = operations.filter((operation) =>
    /^(saasV1|licenseB|kit.*V1|kitAllOrgSyncV2)$/.test(operation),
  )

  test.each(operations)('of %s is 15 s where its caller waits 20, else 4 s', (operation) => {
    const { deadlineMs } = interfaceOf(operation)
    expect(deadlineMs).toBe(patient.includes(operation) ? 15_000 : 4_000)
  })

  test('is 15 s of eight interfaces', () => {
    expect(patient).toHaveLength(2 + 5 + 1)
  })
})
