import { describe, expect, test } from 'vitest'
import { type Change, isCounted, isRule } from '../../../scripts/contract-diff/changes.ts'
import { seed, scale } from '../../harness/scale.ts'
import { type Case, corpusOf } from './corpus.ts'
import { toldOf } from './edit.ts'

const cases = corpusOf(seed, scale.diffEditsARule)

function classOf(changes: readonly Change[]): string {
  if (changes.some(({ breaking }) => breaking)) return 'breaking'
  if (changes.some(isRule)) return 'rule'
  if (changes.some((change) => !isCounted(change))) return 'compatible'
  return changes.length > 0 ? 'counted' : 'nothing'
}

function toldClass({ document, after }: Case): { said: string; changes: readonly Change[] } {
  try {
    const changes = toldOf(document, after)
    return { said: classOf(changes), changes }
  } catch {
    return { said: 'error', changes: [] }
  }
}

describe('of single edits', () => {
  test('there are at least 150, of all three documents', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150)
    expect(new Set(cases.map(({ document }) => document)).size).toBe(3)
  })

  test('each is called what it is', () => {
    const wrong = cases.flatMap((one) => {
      const { said, changes } = toldClass(one)
      const isOne = !one.rule.isOne || changes.length === 1
      if (said === one.expected && isOne) return []
      const told = changes.map(({ kind, was, now }) => `${kind} ${was} > ${now}`)
      return [`${one.title}: ${one.expected}, not ${said} ${told.join(' | ').slice(0, 300)}`]
    })
    expect(wrong).toEqual([])
  })

  test('each has an id of its own, and the same one again', () => {
    const ids = cases.slice(0, 60).map((one) => toldClass(one).changes.map(({ id }) => id))
    const again = cases.slice(0, 60).map((one) => toldClass(one).changes.map(({ id }) => id))
    expect(again).toEqual(ids)
    for (const some of ids) expect(new Set(some).size).toBe(some.length)
  })
})
