import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { ReportForm } from '../../conform/options.ts'
import { htmlReport } from '../../conform/report/html.ts'
import { jsonReport } from '../../conform/report/json.ts'
import { junitReport } from '../../conform/report/junit.ts'
import type { WrittenReport } from '../../conform/report/schema.ts'
import { wrongUse } from '../failure.ts'
import type { Language } from '../language.ts'

const forms: Readonly<Record<ReportForm, (report: WrittenReport, language: Language) => string>> = {
  html: htmlReport,
  json: jsonReport,
  junit: junitReport,
}

/** Writes a report into a file; its folder is made. Throws Failure where that is not possible. */
export async function saveReport(
  report: WrittenReport,
  { form, file }: { readonly form: ReportForm; readonly file: string },
  language: Language,
): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true })
    await writeFile(file, forms[form](report, language))
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw wrongUse(
      `--report: ${file} cannot be written (${code}).`,
      `--report：无法写入 ${file}（${code}）。`,
      { cause },
    )
  }
}
