import type { WrittenJudgement, WrittenReport } from './schema.ts'

/** A rule with all its judgements of one standing. */
export interface RuleSection {
  readonly rule: string
  /** The first one, which tells what they have in common. */
  readonly first: WrittenJudgement
  readonly judgements: readonly WrittenJudgement[]
}

/** The judgements as they are read: what is broken first, by rule. */
export interface Sections {
  readonly broken: readonly RuleSection[]
  readonly warnings: readonly RuleSection[]
  readonly known: readonly RuleSection[]
  readonly faults: readonly RuleSection[]
  readonly notJudged: readonly RuleSection[]
  readonly kept: readonly RuleSection[]
}

/** Sorts the judgements of a report into its sections. */
export function sectionsOf({ judgements }: WrittenReport): Sections {
  const section = (is: (one: WrittenJudgement) => boolean) => byRule(judgements.filter(is))
  const isBroken = ({ standing, known }: WrittenJudgement) => standing === 'broken' && !known
  return {
    broken: section((one) => isBroken(one) && one.severity === 'error'),
    warnings: section((one) => isBroken(one) && one.severity === 'warning'),
    known: section(({ standing, known }) => standing === 'broken' && known),
    faults: section(({ standing }) => standing === 'fault'),
    notJudged: section(({ standing }) => standing === 'notJudged'),
    kept: section(({ standing }) => standing === 'kept'),
  }
}

function byRule(judgements: readonly WrittenJudgement[]): readonly RuleSection[] {
  return [...Map.groupBy(judgements, ({ rule }) => rule)].flatMap(([rule, some]) => {
    const [first] = some
    return first === undefined ? [] : [{ rule, first, judgements: some }]
  })
}
