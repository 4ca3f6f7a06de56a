import type { Finding, PreflightReport } from '../preflight.ts'
import type { PreflightRule } from '../rule.ts'

/** SARIF 2.1.0, as code hosts and editors read it. https://docs.oasis-open.org/sarif/sarif/v2.1.0/ */
export interface SarifLog {
  readonly $schema: string
  readonly version: '2.1.0'
  readonly runs: readonly object[]
}

/** The findings of a draft as SARIF; `file` is its path as a URI reference. */
export function sarifOf(
  { judged, findings }: PreflightReport,
  file: string,
  version: string,
): SarifLog {
  const rules = judged.map(ruleOf)
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'koogate preflight', version, rules } },
        results: findings.map((finding) => resultOf(finding, file)),
      },
    ],
  }
}

function ruleOf({ id, title, source, severity }: PreflightRule) {
  return {
    id,
    shortDescription: { text: `${title.en} / ${title.zh}` },
    help: { text: source.title },
    helpUri: source.url,
    defaultConfiguration: { level: severity },
  }
}

function resultOf({ rule, message, name, line, column }: Finding, file: string) {
  return {
    ruleId: rule.id,
    level: rule.severity,
    message: { text: `${name}: ${message.en} / ${message.zh}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: file },
          region: { startLine: line, startColumn: column },
        },
      },
    ],
  }
}
