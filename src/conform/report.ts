import type { Generation } from './generations.ts'
import { fails, type Judgement, type Reached } from './judgement.ts'
import type { Rule } from './rule.ts'
import type { Target } from './target.ts'

/** What a run found, before it is written down. */
export interface Report {
  readonly target: Target
  readonly seed: number
  readonly full: boolean
  readonly startedAt: Date
  readonly milliseconds: number
  /** The user stopped the run: some rules were not judged. */
  readonly partial: boolean
  /** All rules that there are, and those that were asked for. */
  readonly rules: readonly Rule[]
  readonly selected: readonly Rule[]
  readonly reached: readonly Reached[]
  /** In the order of the rules. */
  readonly judgements: readonly Judgement[]
  /** What the baseline says was broken, and is kept now. */
  readonly fixed: readonly Place[]
}

/** A rule at a generation. */
export interface Place {
  readonly rule: string
  readonly generation: Generation
}

/** How the run ends: the words of the exit codes 0, 1, 3 and 4. */
export type Ending = 'kept' | 'broken' | 'notJudged' | 'ourFault'

/** A rule that is broken goes before a fault of ours, and that before what could not be judged. */
export function endingOf({ judgements, reached }: Report): Ending {
  if (judgements.some(fails)) return 'broken'
  if (judgements.some(({ standing }) => standing === 'fault')) return 'ourFault'
  const isAnyJudged = judgements.some(({ standing }) => standing !== 'notJudged')
  const isAnyClosed = reached.some(({ state }) => state === 'unreachable' || state === 'refused')
  return isAnyJudged && !isAnyClosed ? 'kept' : 'notJudged'
}

/** How many judgements stand how. */
export interface Counts {
  readonly kept: number
  readonly broken: number
  readonly warnings: number
  readonly known: number
  readonly notJudged: number
  readonly faults: number
  readonly calls: number
}

/** Counts judgements, and all calls: those that reach the interfaces too, which some have in common. */
export function countsOf({ judgements, reached }: Pick<Report, 'judgements' | 'reached'>): Counts {
  const count = (is: (one: Judgement) => boolean) => judgements.filter(is).length
  const reaching = new Set(reached.flatMap(({ exchanges }) => exchanges))
  const isBroken = ({ standing, known = false }: Judgement) => standing === 'broken' && !known
  return {
    kept: count(({ standing }) => standing === 'kept'),
    broken: count(fails),
    warnings: count((one) => isBroken(one) && one.rule.severity === 'warning'),
    known: count(({ standing, known = false }) => standing === 'broken' && known),
    notJudged: count(({ standing }) => standing === 'notJudged'),
    faults: count(({ standing }) => standing === 'fault'),
    calls: judgements.reduce((sum, { calls }) => sum + calls, reaching.size),
  }
}
