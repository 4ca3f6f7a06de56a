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
  const withDeadline = (milliseconds: number) =>
    operations.filter((operation) => interfaceOf(operation).deadlineMs === milliseconds)

  test('is 4 s where the store waits 5', () => {
    expect(withDeadline(4_000).sort()).toEqual(
      [
        'saasV2',
        'licenseA',
        'licenseC',
        'orders',
        'kitTenantSyncV2',
        'kitApplicationSyncV2',
        'kitAuthSyncV2',
        'kitSingleOrgSyncV2',
      ].sort(),
    )
  })

  test('is 15 s of every other, which waits 20', () => {
    expect(withDeadline(15_000)).toHaveLength(operations.length - withDeadline(4_000).length)
  })
})
