import { conform, type ConformOptions } from '../../conform/conform.ts'
import { explainRule } from '../../conform/explain-rule.ts'
import type { Report } from '../../conform/report.ts'
import { terminalReport } from '../../conform/report/terminal.ts'
import { writeReport } from '../../conform/report/write-report.ts'
import { rules } from '../../conform/rules/index.ts'
import { inOrder, ruleNamed } from '../../conform/select.ts'
import { WrongUse } from '../../conform/wrong-use.ts'
import type { Context } from '../context.ts'
import { Failure } from '../failure.ts'
import { type ConformFlags, readConform } from './flags.ts'
import { withProgress } from './progress.ts'
import { prepareReportFiles, readReportFiles, writeReportFiles } from './report-files.ts'

/** Judges, prints the verdict and writes the reports; or lists or explains rules. */
export async function runConform(
  url: string | undefined,
  flags: ConformFlags,
  context: Context,
): Promise<void> {
  try {
    if (flags.list) listRules(context)
    else if (flags.explain !== undefined) explain(flags.explain, context)
    else await judge(url, flags, context)
  } catch (error) {
    if (error instanceof WrongUse) throw new Failure('wrongUse', error.text, { cause: error })
    throw error
  }
}

function listRules({ output }: Context): void {
  const all = inOrder(rules)
  const width = Math.max(...all.map(({ id }) => id.length))
  for (const { id, severity, title, generations, source } of all) {
    output.line(`${id.padEnd(width)}  ${output.say(title)}`)
    output.json({ rule: id, severity, title, generations, source })
  }
}

function explain(id: string, { output }: Context): void {
  const rule = ruleNamed(id, rules, '--explain')
  for (const line of explainRule(rule, output.language)) output.line(line)
  const { judge: _judge, ...told } = rule
  output.json(told)
}

async function judge(
  url: string | undefined,
  flags: ConformFlags,
  context: Context,
): Promise<void> {
  const { env, output, signal, version, end } = context
  const options: ConformOptions = { ...readConform(url, flags, env), signal }
  const files = readReportFiles(flags.report)
  prepareReportFiles(files)
  const report: Report = await withProgress(output, (onJudged) => conform({ ...options, onJudged }))
  const written = writeReport(report, { version, keys: options.keys })
  const { language, style } = output
  output.line(terminalReport(written, { language, style }).trimEnd())
  output.json(written)
  writeReportFiles(files, written, language)
  end(written.ending)
}
