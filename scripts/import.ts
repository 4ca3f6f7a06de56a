// Imports what was sold before Koogate from a CSV file. Rows that are refused are listed with their
// lines and keep none of the others. Exit code 0 if every row is in, 1 if some are refused, 2 if it
// cannot be run.
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { createServices } from '../src/app/create-services.ts'
import { openPrepared } from '../src/app/open-prepared.ts'
import { SettingError, loadConfig } from '../src/config/config.ts'
import { FolderInUseError } from '../src/db/embedded/folder-lock.ts'
import { ImportFileError } from '../src/import/csv-records.ts'
import { readCsv } from '../src/import/csv-rows.ts'
import { type ImportReport, importRows } from '../src/import/import-file.ts'
import { stderrLog } from './shared/stderr-log.ts'
import { isSystemError } from './shared/system-error.ts'

const usage = 'npm run import -- FILE [--dry-run]'

async function importFile(file: string, isDryRun: boolean): Promise<ImportReport> {
  const config = loadConfig()
  const { addresses } = config
  const database = await openPrepared(config, stderrLog)
  try {
    const services = createServices(database, config, pino({ level: 'silent' }))
    return await importRows(readCsv(file), { addresses, isDryRun }, services)
  } finally {
    await database.close()
  }
}

function print({ created, completed, unchanged, refused }: ImportReport, isDryRun: boolean): void {
  for (const { line, message } of refused) console.log(`line ${line}: ${message}`)
  const counts = `${created} new, ${completed} completed, ${unchanged} unchanged, ${refused.length} refused`
  console.log(isDryRun ? `${counts}. This was a dry run: nothing was changed.` : `${counts}.`)
}

const told = [SettingError, FolderInUseError, ImportFileError]

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean', default: false } },
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new SettingError(usage)
  const report = await importFile(file, values['dry-run'])
  print(report, values['dry-run'])
  process.exitCode = report.refused.length > 0 ? 1 : 0
} catch (error) {
  const isTold = isSystemError(error) || told.some((kind) => error instanceof kind)
  console.error(isTold && error instanceof Error ? error.message : error)
  process.exitCode = 2
}
