import { describe, expect, test } from 'vitest'
import { lengthsSource } from '../../scripts/generate/lengths.ts'
import { lengths, readDocument } from '../../src/contract/index.ts'

const read = (name: string) => readDocument(name as 'seller')

describe('the lengths of the sources', () => {
  test('are those of the contract', () => {
    const { ResultMsg, KitDepartmentList } = read('seller').components?.schemas ?? {}
    expect(ResultMsg).toMatchObject({ maxLength: lengths.resultMsg })
    expect(KitDepartmentList).toMatchObject({ maxItems: lengths.departments })
  })

  test('follow the contract when it changes', () => {
    const changed = { components: { schemas: { ResultMsg: { maxLength: 300 } } } }
    const table = { resultMsg: 'seller#/components/schemas/ResultMsg/maxLength' }
    expect(lengthsSource(() => changed, table)).toBe(
      'export const lengths = { resultMsg: 300 } as const',
    )
  })

  test.each([
    ['seller#/components/schemas/ResultMessage/maxLength'],
    ['seller#/components/schemas/ResultMsg/maxItems'],
    ['seller#/components/schemas/ResultMsg'],
    ['/components/schemas/ResultMsg/maxLength'],
  ])('are not generated when nothing stands at %s', (pointer) => {
    expect(() => lengthsSource(read, { resultMsg: pointer })).toThrow()
  })
})
