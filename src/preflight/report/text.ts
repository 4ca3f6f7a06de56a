import type { Text } from '../../simulator/text.ts'
import type { PreflightReport } from '../preflight.ts'

/** The report in lines for people, each finding as `file:line:column`, which editors and terminals open. */
export function textOf(
  report: PreflightReport,
  file: string,
  say: (text: Text) => string,
): string[] {
  const { judged, findings, unjudged } = report
  const found = findings.flatMap(({ rule, message, name, line, column }) => [
    `${file}:${line}:${column}  ${rule.id} ${say(severities[rule.severity])}  ${name}: ${say(message)}`,
    `    ${say(rule.title)}  ${rule.source.url}`,
    ...(rule.source.note ? [`    ${say(rule.source.note)}`] : []),
  ])
  const open = unjudged.map(
    ({ rule, needs }) => `    ${rule.id.padEnd(8)} ${say(rule.title)}  (${needs.join(', ')})`,
  )
  return [
    ...found,
    ...(findings.length > 0 ? [''] : []),
    say(sumOf(report)),
    ...(open.length > 0
      ? [say(notJudged(unjudged.length, judged.length + unjudged.length)), ...open]
      : []),
  ]
}

const severities: Readonly<Record<'error' | 'warning', Text>> = {
  error: { en: 'error', zh: '错误' },
  warning: { en: 'warning', zh: '警告' },
}

function sumOf({ judged, findings }: PreflightReport): Text {
  const broken = new Set(findings.map(({ rule }) => rule.id)).size
  return {
    en: `${judged.length} rules judged, ${broken} broken, ${findings.length} findings.`,
    zh: `已判定 ${judged.length} 条规则，未符合 ${broken} 条，共 ${findings.length} 处。`,
  }
}

function notJudged(count: number, of: number): Text {
  return {
    en: `${count} of ${of} rules could not be judged, for want of:`,
    zh: `${of} 条中有 ${count} 条无法判定，缺少：`,
  }
}
