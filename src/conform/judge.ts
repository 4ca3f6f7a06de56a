import { randomBytes, randomInt } from 'node:crypto'
import type { Generation } from './generations.ts'
import { type Baseline, withKnown } from './baseline.ts'
import { caseId } from './case-id.ts'
import { createIds } from './ids.ts'
import type { Judgement, Reached } from './judgement.ts'
import { judgeRule, type RuleContext, stopped } from './judge-rule.ts'
import { inLanes } from './lanes.ts'
import { lacking, lackText } from './needs.ts'
import { reachAll } from './reach-all.ts'
import type { Report } from './report.ts'
import type { Need, Rule } from './rule.ts'
import { rules as allRules } from './rules/index.ts'
import { groupOf, selectRules, type Selection } from './select.ts'
import { keyOf } from './seller-keys.ts'
import type { SellerOptions } from './seller.ts'

/** What is judged, and how. */
export interface JudgeOptions
  extends
    Pick<
      SellerOptions,
      'target' | 'keys' | 'formerKeys' | 'limits' | 'full' | 'orderStore' | 'encryption' | 'signal'
    >,
    Selection {
  readonly generations: readonly Generation[]
  /** All by default. */
  readonly rules?: readonly Rule[]
  /** What the random choices are drawn from; another one each time by default. */
  readonly seed?: number
  /** What was broken before and does not fail now. */
  readonly baseline?: Baseline
  /** How many rules are judged at a time, at each generation. */
  readonly lanes?: number
  /** Hears of each judgement as it is made, and of how many there will be. */
  readonly onJudged?: (judgement: Judgement, count: number) => void
}

/**
 * Judges a seller by the rules, in their fixed order, all generations side by side. A generation that
 * is not reached, or that refuses the key, is told once and called no further. Never rejects for what
 * the seller does. Throws WrongUse for a rule that does not exist and a key that is not given.
 */
export async function judge(options: JudgeOptions): Promise<Report> {
  const { rules = allRules, seed = randomInt(2 ** 32), generations, signal } = options
  const start = new Date()
  const selected = selectRules(rules, options)
  for (const generation of generations) keyOf(options.keys, generation)
  const ids = createIds(randomBytes(4).toString('hex'))
  const context: RuleContext = { ...options, seed, ids }
  const reached = await reachAll(generations, context)
  const judgements = await judgeAll(selected, reached, { ...options, ...context })
  return withKnown(
    {
      target: options.target,
      seed,
      full: options.full ?? false,
      startedAt: start,
      milliseconds: Date.now() - start.getTime(),
      partial: signal?.aborted ?? false,
      rules,
      selected,
      reached,
      judgements,
      fixed: [],
    },
    options.baseline,
  )
}

// Two at a time at each generation keep a seller busy and leave it time for each answer.
const defaultLanes = 2

// What the calls of other rules would disturb: they are judged at the end, one after the other.
const aloneGroups = ['concurrency', 'time']

function isAlone({ id, alone }: Rule): boolean {
  return alone ?? aloneGroups.includes(groupOf(id))
}

function parted<Item>(items: readonly Item[], is: (item: Item) => boolean) {
  return [items.filter(is), items.filter((item) => !is(item))] as const
}

async function judgeAll(
  selected: readonly Rule[],
  reached: readonly Reached[],
  context: JudgeOptions & RuleContext,
): Promise<readonly Judgement[]> {
  const open = reached.filter(({ state }) => state === 'reached')
  const wanted = open.flatMap(({ generation }) =>
    selected
      .filter((rule) => rule.generations.includes(generation))
      .map((rule) => ({ rule, generation })),
  )
  const made = new Map<string, Judgement>()
  const has = capabilities(context)
  const judgeOne = async ({ rule, generation }: (typeof wanted)[number]) => {
    const judgement = await judgeIfPossible(rule, generation, { ...context, has })
    made.set(nameOf(rule, generation), judgement)
    context.onJudged?.(judgement, wanted.length)
  }
  const tasksOf = (some: typeof wanted) => some.map((one) => () => judgeOne(one))
  const [alone, together] = parted(wanted, ({ rule }) => isAlone(rule))
  await Promise.all(
    open.map(async ({ generation }) => {
      const own = together.filter((one) => one.generation === generation)
      await inLanes(tasksOf(own), context.lanes ?? defaultLanes)
    }),
  )
  await inLanes(tasksOf(alone), 1)
  // As they were wanted, not as they were done.
  return wanted
    .flatMap(({ rule, generation }) => made.get(nameOf(rule, generation)) ?? [])
    .sort((a, b) => selected.indexOf(a.rule) - selected.indexOf(b.rule))
}

function nameOf({ id }: Rule, generation: Generation): string {
  return `${id}@${generation}`
}

function judgeIfPossible(
  rule: Rule,
  generation: Generation,
  context: RuleContext & { readonly has: ReadonlySet<Need> },
): Promise<Judgement> | Judgement {
  const lacks = lacking(rule, context.has)
  const reason = context.signal?.aborted ? stopped : lackText(lacks)
  if (lacks.length === 0 && !context.signal?.aborted) return judgeRule(rule, generation, context)
  const { seed } = context
  return {
    rule,
    generation,
    standing: 'notJudged',
    breaches: [],
    reason,
    ...(lacks.length > 0 && { lacks }),
    caseId: caseId({ rule: rule.id, generation, seed }),
    calls: 0,
    milliseconds: 0,
  }
}

/** What the run has that a rule may need. */
function capabilities(options: JudgeOptions): ReadonlySet<Need> {
  const { full = false, orderStore, encryption, keys, formerKeys = {}, target } = options
  const given: Readonly<Record<Need, boolean>> = {
    full,
    orderQuery: full && orderStore !== undefined,
    publicKey: encryption?.publicKey !== undefined,
    twoKeys: new Set(Object.values(keys)).size > 1,
    formerKeys: Object.keys(formerKeys).length > 0,
    https: target.url.protocol === 'https:',
  }
  return new Set(Object.entries(given).flatMap(([need, has]) => (has ? [need as Need] : [])))
}
