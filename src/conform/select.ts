import { groups, type Rule } from './rule.ts'
import { similar, type WrongUse, wrongUse } from './wrong-use.ts'

/** Which rules to judge: groups (`signing`) and rules (`signing/wrong-key`). */
export interface Selection {
  readonly only?: readonly string[]
  readonly skip?: readonly string[]
}

/** The rules of a selection, in their fixed order. Throws WrongUse for a name that is neither. */
export function selectRules(rules: readonly Rule[], selection: Selection): readonly Rule[] {
  const { only = [], skip = [] } = selection
  for (const [option, names] of [
    ['--only', only],
    ['--skip', skip],
  ] as const)
    for (const name of names) if (!isNamed(name, rules)) throw unknownName(option, name, rules)
  const chosen = inOrder(rules).filter(
    (rule) => (only.length === 0 || matches(rule, only)) && !matches(rule, skip),
  )
  if (chosen.length > 0) return chosen
  throw wrongUse(
    '--only and --skip leave no rule to judge',
    '--only 与 --skip 之后没有剩下任何规则',
  )
}

/** Finds a rule by its id. Throws WrongUse that names the ones most like it. */
export function ruleNamed(id: string, rules: readonly Rule[], option: string): Rule {
  const found = rules.find((rule) => rule.id === id)
  if (found === undefined) throw unknownName(option, id, rules)
  return found
}

/** By group, as `groups` has them, and by id. */
export function inOrder(rules: readonly Rule[]): readonly Rule[] {
  const placeOf = ({ id }: Rule) => groups.findIndex((group) => group === groupOf(id))
  return rules.toSorted((a, b) => placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : 1))
}

/** The group of a rule's id. */
export function groupOf(id: string): string {
  return id.split('/')[0] ?? ''
}

function matches({ id }: Rule, names: readonly string[]): boolean {
  return names.includes(id) || names.includes(groupOf(id))
}

function isNamed(name: string, rules: readonly Rule[]): boolean {
  return rules.some((rule) => matches(rule, [name]))
}

function unknownName(option: string, name: string, rules: readonly Rule[]): WrongUse {
  const known = [...new Set(rules.flatMap(({ id }) => [groupOf(id), id]))]
  const [near, first] = [similar(name, known), groups.join(', ')]
  const hint = near.length > 0 ? near.join(', ') : first
  return wrongUse(
    `${option}: there is no rule or group "${name}". Did you mean: ${hint}?`,
    `${option}：没有名为“${name}”的规则或规则组。可选：${hint}。`,
  )
}
