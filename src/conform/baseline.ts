import { generations } from './generations.ts'
import { z } from 'zod'
import type { Place, Report } from './report.ts'
import { wrongUse } from './wrong-use.ts'

/** What was broken when the baseline was taken. */
export type Baseline = readonly Place[]

// As much of the JSON report as is read of it again.
const Reported = z.object({
  judgements: z.array(
    z.object({
      rule: z.string(),
      generation: z.enum(generations),
      standing: z.string(),
    }),
  ),
})

/** Reads an earlier JSON report. Throws WrongUse that names the member which is wrong. */
export function readBaseline(name: string, text: string): Baseline {
  const parsed = Reported.safeParse(parse(name, text))
  if (parsed.success)
    return parsed.data.judgements
      .filter(({ standing }) => standing === 'broken')
      .map(({ rule, generation }) => ({ rule, generation }))
  const [issue] = parsed.error.issues
  const at = issue?.path.join('.') ?? ''
  throw wrongUse(
    `${name} is not a report of koogate conform (--report json=FILE): ${at || 'it'} is not as it should be`,
    `${name} 不是 koogate conform 的报告（--report json=文件）：${at || '内容'} 不符合要求`,
  )
}

function parse(name: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw wrongUse(`${name} is not JSON`, `${name} 不是合法的 JSON`, { cause })
  }
}

/** Marks what was broken before, and names what is kept now. */
export function withKnown(report: Report, baseline: Baseline = []): Report {
  const isKnown = ({ rule, generation }: Place) =>
    baseline.some((one) => one.rule === rule && one.generation === generation)
  const judgements = report.judgements.map((one) =>
    one.standing === 'broken' && isKnown({ rule: one.rule.id, generation: one.generation })
      ? { ...one, known: true }
      : one,
  )
  const kept = judgements.filter(({ standing }) => standing === 'kept')
  const fixed = baseline.filter(({ rule, generation }) =>
    kept.some((one) => one.rule.id === rule && one.generation === generation),
  )
  return { ...report, judgements, fixed }
}
