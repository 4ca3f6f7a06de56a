import { conform, type ConformOptions } from '../../conform/conform.ts'
import { explainRule } from '../../conform/explain-rule.ts'
import { readReports } from '../../conform/options.ts'
import { endingOf, type Report } from '../../conform/report.ts'
import { terminalReport } from '../../conform/report/terminal.ts'
import { writeReport } from '../../conform/report/write-report.ts'
import { rules } from '../../conform/rules/index.ts'
import { inOrder, ruleNamed } from '../../conform/select.ts'
import type { Context } from '../context.ts'
import { withProgress } from '../progress.ts'
import { type ConformFlags, readConform } from './read-flags.ts'
import { saveReport } from './save-report.ts'

/** Judges a seller, or tells of the rules, and prints it. */
export async function runConform(
  url: string | undefined,
  flags: ConformFlags,
  context: Context,
): Promise<void> {
  if (flags.list) listRules(context)
  else if (flags.explain !== undefined) explain(flags.explain, context)
  else await judgeAndPrint(url, flags, context)
}

async function judgeAndPrint(
  url: string | undefined,
  flags: ConformFlags,
  context: Context,
): Promise<void> {
  const files = readReports(flags.report ?? [])
  const options = readConform(url, flags, context.env)
  const report = await judgeWatched(options, context)
  const { output, version, end } = context
  const written = writeReport(report, { version, ...options })
  output.line(terminalReport(written, output).trimEnd())
  output.json(written)
  // One that cannot be written costs none of the others.
  const saving = [...files].map(([form, file]) =>
    saveReport(written, { form, file }, output.language),
  )
  const failed = (await Promise.allSettled(saving)).find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw failed.reason
  end(report.partial ? 'stopped' : endingOf(report))
}

function judgeWatched(options: ConformOptions, context: Context): Promise<Report> {
  const { output, signal } = context
  const title = output.say({ en: 'Judging', zh: '正在检验' })
  let judged = 0
  return withProgress(
    `${title} ${options.target.url.href}`,
    (tell) =>
      conform({
        ...options,
        signal,
        onJudged({ rule, generation }, count) {
          judged += 1
          tell(`${judged} / ${count}  ${rule.id}  ${generation}`)
        },
      }),
    context,
  )
}

function listRules({ output }: Context): void {
  for (const { id, title, severity, generations } of inOrder(rules)) {
    output.line(`${id.padEnd(36)}${output.say(title)}`)
    output.json({ rule: id, severity, title, generations })
  }
}

function explain(id: string, { output }: Context): void {
  const rule = ruleNamed(id, rules, '--explain')
  for (const line of explainRule(rule, output.language)) output.line(line)
  const { severity, source, title, consequence, mend, generations, needs = [] } = rule
  output.json({ rule: rule.id, severity, source, title, consequence, mend, generations, needs })
}
