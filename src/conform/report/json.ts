import type { WrittenReport } from './schema.ts'

/** The report for programs; its schema is generated/conform-report.schema.json. */
export function jsonReport(report: WrittenReport): string {
  return `${JSON.stringify(report, null, 2)}\n`
}
