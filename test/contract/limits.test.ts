import { describe, expect, test } from 'vitest'
import { limitsSource } from '../../scripts/generate/limits.ts'
import { limits, readDocument } from '../../src/contract/index.ts'

const read = (name: string) => readDocument(name as 'seller')

describe('the limits of the sources', () => {
  test('are those of the contract', () => {
    const { ResultMsg, KitDepartmentList } = read('seller').components?.schemas ?? {}
    expect(ResultMsg).toMatchObject({ maxLength: limits.resultMsg })
    expect(KitDepartmentList).toMatchObject({ maxItems: limits.departments })
  })

  test('follow the contract when it changes', () => {
    const changed = { components: { schemas: { ResultMsg: { maxLength: 300 } } } }
    const table = { resultMsg: 'seller#/components/schemas/ResultMsg/maxLength' }
    expect(limitsSource(() => changed, table)).toBe(
      'export const limits = { resultMsg: 300 } as const',
    )
  })

  test.each([
    ['seller#/components/schemas/ResultMessage/maxLength'],
    ['seller#/components/schemas/ResultMsg/maxItems'],
    ['seller#/components/schemas/ResultMsg'],
    ['/components/schemas/ResultMsg/maxLength'],
  ])('are not generated when nothing stands at %s', (pointer) => {
    expect(() => limitsSource(read, { resultMsg: pointer })).toThrow()
  })
})
