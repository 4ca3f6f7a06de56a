import type { ReadDraft, Position } from './read-draft.ts'
import { nameOf } from './read-draft.ts'
import type { PreflightRule, Problem, Subject } from './rule.ts'
import { preflightRules } from './rules/index.ts'

/** A problem with its rule and its place in the file. */
export interface Finding extends Problem, Position {
  readonly rule: PreflightRule
  /** As `product.specs[0].name`. */
  readonly name: string
}

/** What came of a draft. */
export interface PreflightReport {
  /** Rules about such a product that could be judged. */
  readonly judged: readonly PreflightRule[]
  readonly findings: readonly Finding[]
  /** Rules that could not be judged, and what each of them needs. */
  readonly unjudged: readonly { readonly rule: PreflightRule; readonly needs: readonly string[] }[]
}

/** Holds a draft against the store's rules. */
export function preflight(
  { draft, positionOf }: ReadDraft,
  subject: Omit<Subject, 'draft'>,
  rules: readonly PreflightRule[] = preflightRules,
): PreflightReport {
  const about = rules.filter(({ appliesTo }) => appliesTo === undefined || appliesTo(draft))
  const results = about.map((rule) => ({ rule, judged: rule.judge({ ...subject, draft }) }))
  const findings = results.flatMap(({ rule, judged }) =>
    'needs' in judged
      ? []
      : judged.map((one) => ({ ...one, ...positionOf(one.path), rule, name: nameOf(one.path) })),
  )
  return {
    judged: results.flatMap(({ rule, judged }) => ('needs' in judged ? [] : [rule])),
    findings: findings.toSorted((one, other) => one.line - other.line),
    unjudged: results.flatMap(({ rule, judged }) =>
      'needs' in judged ? [{ rule, needs: judged.needs }] : [],
    ),
  }
}
