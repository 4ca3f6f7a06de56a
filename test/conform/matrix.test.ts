import { afterAll, expect, test } from 'vitest'
import { seededRandom } from '../../src/conform/random.ts'
import type { Rule } from '../../src/conform/rule.ts'
import { rules } from '../../src/conform/rules/index.ts'
import type { Limits } from '../../src/conform/seller.ts'
import type { Generation } from '../../src/simulator/calls/calls.ts'
import { drawn, isLong, scale, seed } from '../harness/scale.ts'
import { type Outcome, type Stage, openStage } from './matrix/stage.ts'
import { createTable, rightSeller } from './matrix/table.ts'
import { loadTwin, twinIds } from './matrix/twins.ts'

const ruleIds = rules.map(({ id }) => id)
const twins = twinIds()
const table = createTable(ruleIds, twins)
afterAll(() => table.write('reports/rules-and-twins.html'))

/** Where a rule is judged: at all of its generations, or at one that the seed draws for it and the twin. */
function judgedAt({ id, generations }: Rule, twinId: string): readonly Generation[] {
  const isEvery = isLong && (twinId === id || twinId === rightSeller)
  return isEvery
    ? generations
    : seededRandom(seed, `${id} ${twinId}`).shuffle(generations).slice(0, 1)
}

interface Judged {
  readonly stage: Stage
  /** The column of the table. */
  readonly twinId: string
  readonly limits?: Limits | undefined
}

/** What is broken of the rules at a seller, in words. */
async function breachesOf(judged: readonly Rule[], { stage, twinId, limits }: Judged) {
  const found: string[] = []
  for (const rule of judged)
    for (const generation of judgedAt(rule, twinId)) {
      const outcome = await stage.judge(rule, generation, limits)
      table.note(rule.id, twinId, outcome)
      if (isWrong(outcome, twinId))
        found.push(`${rule.id} at ${generation} is ${outcome.kind}: ${outcome.message}`)
    }
  return found
}

// Where a twin does not let a rule be judged, that is no verdict on the twin.
function isWrong(outcome: Outcome, twinId: string): outcome is Exclude<Outcome, { kind: 'kept' }> {
  return outcome.kind === 'broken' || (outcome.kind === 'not judged' && twinId === rightSeller)
}

test('every rule has its wrong twin, and every twin its rule', () => {
  expect(twins).toEqual([...ruleIds].sort())
})

// By npm test those that the seed draws.
test('the right seller keeps every rule', async () => {
  const stage = openStage()
  try {
    expect(await breachesOf(drawn(rules, scale.keptRules), { stage, twinId: rightSeller })).toEqual(
      [],
    )
  } finally {
    await stage.close()
  }
})

// The long run judges every twin by every rule; npm test by its own, and some by another one that the
// seed draws.
const crossed = drawn(rules, scale.crossedTwins)

// In the long run most of the time is that of rules which wait.
const judge = isLong ? test.concurrent : test

judge.each(rules)('$id is broken by its twin, and no other rule is', async (rule) => {
  const twinId = rule.id
  const others = rules.filter(({ id }) => id !== twinId)
  const asked = crossed.includes(rule)
    ? seededRandom(seed, twinId).shuffle(others).slice(0, scale.rulesATwin)
    : []
  const { twin, limits } = await loadTwin(twinId)
  const stage = openStage(twin)
  try {
    const own = await breachesOf([rule], { stage, twinId, limits })
    expect(own).toHaveLength(judgedAt(rule, twinId).length)
    expect(await breachesOf(asked, { stage, twinId })).toEqual([])
  } finally {
    await stage.close()
  }
})
