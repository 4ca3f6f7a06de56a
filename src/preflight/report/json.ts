import type { PreflightReport } from '../preflight.ts'
import type { PreflightRule } from '../rule.ts'

/** The report for programs. */
export function jsonOf({ judged, findings, unjudged }: PreflightReport, file: string): object {
  return {
    file,
    judged: judged.map(({ id }) => id),
    findings: findings.map(({ rule, message, name, line, column }) => ({
      ...shown(rule),
      ...{ line, column, path: name, message },
    })),
    unjudged: unjudged.map(({ rule, needs }) => ({ ...shown(rule), needs })),
  }
}

function shown({ id, severity, title, source }: PreflightRule) {
  return { rule: id, severity, title, source }
}
