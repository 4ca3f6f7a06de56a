import { expect, test } from 'vitest'
import { compareEditions } from '../../../scripts/contract-diff/compare-documents.ts'
import type { DocumentName } from '../../../scripts/shared/document-names.ts'
import { MalformedDocument, type Tree } from '../../../scripts/contract-diff/tree.ts'
import { scale, seed } from '../../harness/scale.ts'
import { documents, toldOf } from './edit.ts'
import { type Mutation, mutationsOf, reversed } from './mutations.ts'

// What is said of an edit: changes, that it cannot be said, or nothing.
function outcomeOf({ document, after }: Mutation): 'told' | 'refused' | 'nothing' {
  try {
    return toldOf(document, after).length > 0 ? 'told' : 'nothing'
  } catch (error) {
    if (error instanceof MalformedDocument) return 'refused'
    throw error
  }
}

test('no random edit of a document ends as nothing', () => {
  const all = mutationsOf(seed, scale.diffMutations)
  const outcomes = Map.groupBy(all, outcomeOf)
  expect(outcomes.get('nothing')?.map(({ title }) => title) ?? []).toEqual([])
  // Were all refused, nothing would be shown.
  expect(outcomes.get('told')?.length).toBeGreaterThan(all.length / 2)
})

test('the order of keys means nothing', () => {
  for (const name of Object.keys(documents) as DocumentName[]) {
    const before = { [name]: documents[name] }
    expect(compareEditions(before, { [name]: reversed(documents[name]) as Tree })).toEqual([])
  }
})
