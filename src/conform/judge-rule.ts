import type { Generation } from './generations.ts'
import { caseId } from './case-id.ts'
import type { Judgement } from './judgement.ts'
import { untilStopped } from './lanes.ts'
import { seededRandom } from './random.ts'
import { CannotJudge, type Rule, type Text } from './rule.ts'
import { groupOf } from './select.ts'
import { createSeller, type SellerOptions } from './seller.ts'

/** What the rules of a run have in common. */
export interface RuleContext extends Omit<SellerOptions, 'random' | 'generation'> {
  readonly seed: number
}

/** Judges a rule at one generation. Never rejects. */
export async function judgeRule(
  rule: Rule,
  generation: Generation,
  context: RuleContext,
): Promise<Judgement> {
  const start = performance.now()
  let calls = 0
  const told = (outcome: Pick<Judgement, 'standing' | 'breaches' | 'reason'>): Judgement => ({
    rule,
    generation,
    caseId: caseId({ rule: rule.id, generation, seed: context.seed }),
    calls,
    milliseconds: Math.round(performance.now() - start),
    ...outcome,
  })
  try {
    const seller = createSeller({
      ...context,
      generation,
      full: context.full === true && isOfLife(rule),
      random: seededRandom(context.seed, `${rule.id}@${generation}`),
      record(exchange) {
        calls += 1
        context.record?.(exchange)
      },
    })
    const breaches = await untilStopped(rule.judge(seller), context.signal)
    return told({ standing: breaches.length > 0 ? 'broken' : 'kept', breaches })
  } catch (error) {
    if (context.signal?.aborted)
      return told({ standing: 'notJudged', breaches: [], reason: stopped })
    if (error instanceof CannotJudge)
      return told({ standing: 'notJudged', breaches: [], reason: error.reason })
    return told({ standing: 'fault', breaches: [], reason: faultOf(error) })
  }
}

// What real calls can show that test calls do not: what becomes of an instance.
const groupsOfLife = ['repeats', 'concurrency', 'order', 'kit', 'licenses', 'usage']

// The rest, which is about single calls, is judged by test calls in a run of real lives too.
function isOfLife({ id, needs = [] }: Rule): boolean {
  return needs.includes('full') || groupsOfLife.includes(groupOf(id))
}

/** The user has stopped the run before. */
export const stopped: Text = { en: 'The run was stopped before.', zh: '此前运行已被中止。' }

function faultOf(error: unknown): Text {
  const what = error instanceof Error ? `${error.name}: ${error.message}` : String(error)
  return { en: `The rule itself failed: ${what}`, zh: `规则自身出错：${what}` }
}
