import { writeFileSync } from 'node:fs'
import { htmlReport } from '../../conform/report/html.ts'
import { jsonReport } from '../../conform/report/json.ts'
import { junitReport } from '../../conform/report/junit.ts'
import type { WrittenReport } from '../../conform/report/schema.ts'
import { wrongUse } from '../failure.ts'
import type { Language } from '../language.ts'
import { listed } from './flags.ts'

const forms = {
  junit: junitReport,
  html: htmlReport,
  json: jsonReport,
} satisfies Record<string, (report: WrittenReport, language: Language) => string>

/** A report to write, and where. */
export interface ReportFile {
  readonly form: keyof typeof forms
  readonly path: string
}

/** Reads `junit=FILE,html=FILE,json=FILE`. Throws Failure. */
export function readReportFiles(texts: readonly string[] = []): readonly ReportFile[] {
  return texts.flatMap(listed).map((text) => {
    const [, form, path] = /^(junit|html|json)=(.+)$/.exec(text) ?? []
    if (form !== undefined && path !== undefined) return { form: form as ReportFile['form'], path }
    const all = Object.keys(forms).join(', ')
    throw wrongUse(
      `--report is ${text}, and not FORM=FILE; the forms are ${all}.`,
      `--report 的值 ${text} 不是“格式=文件”的形式；格式有 ${all}。`,
    )
  })
}

/** Makes sure that each file can be written before anybody waits for it. Throws Failure. */
export function prepareReportFiles(files: readonly ReportFile[]): void {
  for (const file of files) write(file, '')
}

/** Writes the reports. Throws Failure. */
export function writeReportFiles(
  files: readonly ReportFile[],
  report: WrittenReport,
  language: Language,
): void {
  for (const file of files) write(file, forms[file.form](report, language))
}

function write({ path }: ReportFile, text: string): void {
  try {
    writeFileSync(path, text)
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? ''
    throw wrongUse(
      `--report: ${path} cannot be written (${code}).`,
      `--report：无法写入 ${path}（${code}）。`,
      { cause },
    )
  }
}
