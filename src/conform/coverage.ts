import { needTexts } from './needs.ts'
import type { Report } from './report.ts'
import type { Rule, Text } from './rule.ts'

/** How many rules there are, how many were judged at one generation at least, and what the rest need. */
export interface Coverage {
  readonly total: number
  readonly judged: number
  readonly rest: readonly Rest[]
}

/** Rules that were not judged for one reason. */
export interface Rest {
  readonly why: Text
  readonly rules: readonly string[]
}

/** Counts what a run could judge. */
export function coverageOf(report: Report): Coverage {
  const { rules, judgements } = report
  const judged = new Set(
    judgements
      .filter(({ standing }) => standing === 'kept' || standing === 'broken')
      .map(({ rule }) => rule.id),
  )
  const rest = rules.filter(({ id }) => !judged.has(id))
  const reasons = Map.groupBy(rest, (rule) => JSON.stringify(whyNot(rule, report)))
  return {
    total: rules.length,
    judged: judged.size,
    rest: [...reasons].map(([why, some]) => ({
      why: JSON.parse(why) as Text,
      rules: some.map(({ id }) => id),
    })),
  }
}

function whyNot(rule: Rule, { selected, reached, judgements, partial }: Report): Text {
  if (!selected.includes(rule)) return leftOut
  const own = judgements.filter((one) => one.rule === rule)
  const needed = own.flatMap(({ lacks = [] }) => lacks)[0]
  if (needed !== undefined) return prefixed(needTexts[needed])
  if (own.some(({ standing }) => standing === 'fault')) return failed
  const [undecided] = own.flatMap(({ reason }) => reason ?? [])
  if (own.length > 0) return partial ? stopped : (undecided ?? stopped)
  const tried = reached.filter(({ generation }) => rule.generations.includes(generation))
  if (tried.length === 0) return otherInterfaces
  return tried.some(({ state }) => state === 'stopped') ? stopped : notReached
}

function prefixed({ en, zh }: Text): Text {
  return { en: `need ${en}`, zh: `需要${zh}` }
}

const leftOut: Text = { en: 'left out by --only or --skip', zh: '被 --only 或 --skip 排除' }
const stopped: Text = { en: 'the run was stopped before', zh: '运行提前中止' }
const failed: Text = { en: 'the rule itself failed', zh: '规则自身出错' }
const otherInterfaces: Text = {
  en: 'are about other interfaces: give the key of their type, or name them with --interfaces',
  zh: '针对其他接口：请给出相应类型的密钥，或用 --interfaces 指定',
}
const notReached: Text = {
  en: 'the address was not reached, or every call was refused',
  zh: '地址无法访问，或所有调用均被拒绝',
}
