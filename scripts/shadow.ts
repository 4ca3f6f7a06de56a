// Answers a recording of the store's calls as the service would, and lists where the old server's
// answers differ. Nothing is sent, and what is written is undone. Exit code 0 if none differs, 1 if
// some do, 2 if it cannot be run.
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { createServices } from '../src/app/create-services.ts'
import { openPrepared } from '../src/app/open-prepared.ts'
import { SettingError, loadConfig } from '../src/config/config.ts'
import { createBodyValidator } from '../src/http/store/validate-body.ts'
import { RecordingError, readRecording } from '../src/shadow/recorded-call.ts'
import { type DifferingCall, type ShadowReport, runShadow } from '../src/shadow/shadow.ts'
import { stderrLog } from './shared/stderr-log.ts'
import { isSystemError } from './shared/system-error.ts'

const usage = 'npm run shadow -- FILE [--path /main/saas] [--json]'

async function shadow(file: string, path: string | undefined): Promise<ShadowReport> {
  const config = loadConfig()
  const { addresses } = config
  const database = await openPrepared(config, stderrLog)
  try {
    const services = createServices(database, config, pino({ level: 'silent' }))
    const validateBody = await createBodyValidator()
    return await runShadow(readRecording(file), { addresses, validateBody, path }, services)
  } finally {
    await database.close()
  }
}

function sentences({ line, activity, about, differences, resultMsg }: DifferingCall): string {
  const shown = (value: string | undefined) => value ?? 'nothing'
  const members = differences.map(
    ({ member, koogate, old }) =>
      `  ${member}: Koogate ${shown(koogate)}, old server ${shown(old)}`,
  )
  return [`line ${line}  ${activity}  ${about}  (${resultMsg})`, ...members].join('\n')
}

function print({ calls, unanswered, differing }: ShadowReport, json: boolean): void {
  for (const call of differing) console.log(json ? JSON.stringify(call) : sentences(call))
  if (json) return
  const without = unanswered > 0 ? `; the old server did not answer ${unanswered} of them` : ''
  console.log(`${calls} calls answered, ${differing.length} differ${without}.`)
  console.log('Nothing was sent, and nothing was changed.')
}

try {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { path: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const [file, ...others] = positionals
  if (file === undefined || others.length > 0) throw new RecordingError(usage)
  const report = await shadow(file, values.path)
  print(report, values.json)
  process.exitCode = report.differing.length > 0 ? 1 : 0
} catch (error) {
  const isTold =
    isSystemError(error) || error instanceof RecordingError || error instanceof SettingError
  console.error(isTold ? error.message : error)
  process.exitCode = 2
}
