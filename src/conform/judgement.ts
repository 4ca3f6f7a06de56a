import type { Generation } from './generations.ts'
import type { Exchange } from './exchange.ts'
import type { Breach, Need, Rule, Text } from './rule.ts'

/** How a rule stands at one generation: `fault` is one of this tool. */
export type Standing = 'kept' | 'broken' | 'notJudged' | 'fault'

/** A rule at one generation. */
export interface Judgement {
  readonly rule: Rule
  readonly generation: Generation
  readonly standing: Standing
  readonly breaches: readonly Breach[]
  /** Why it was not judged, or what the fault was. */
  readonly reason?: Text
  /** What would have to be given so that it can be judged. */
  readonly lacks?: readonly Need[]
  /** What repeats it. */
  readonly caseId: string
  /** Broken before, by the baseline. */
  readonly known?: boolean
  /** How many calls it took, and how long. */
  readonly calls: number
  readonly milliseconds: number
}

/** What was found of a generation before any rule was judged. */
export interface Reached {
  readonly generation: Generation
  readonly url: URL
  /** The fingerprint of the key that opens it. */
  readonly key: string
  readonly state: 'reached' | 'unreachable' | 'refused' | 'stopped'
  /** The calls that show it. */
  readonly exchanges: readonly Exchange[]
  /** What is wrong, and how it is mended. */
  readonly finding?: Text
  readonly mend?: Text
}

/** Whether a rule is broken in a way that counts: not a warning, and not known before. */
export function fails({ standing, rule, known = false }: Judgement): boolean {
  return standing === 'broken' && rule.severity === 'error' && !known
}
