import { pino } from 'pino'
import { type App, startApp } from './app.ts'
import { type Config, SettingError, loadConfig } from './config.ts'
import { FolderInUseError } from './db/folder-lock.ts'
import { NewerSchemaError } from './db/migrate.ts'
import { buildDocs } from './http/docs-build.ts'

async function main(): Promise<void> {
  const config = loadConfig()
  const log = pino({ level: config.logLevel })
  const app = await startApp(config, log)
  announce(config, app, log)
  if (process.argv.includes('--build-docs')) buildDocs(log)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void app.stop().then(() => process.exit(0))
    })
  }
}

function announce(config: Config, { url }: App, log: pino.Logger): void {
  const { made, publicUrl } = config
  if (made && made.madeNow.length > 0) {
    log.info({ settings: made.madeNow.map((name) => `KOOGATE_${name}`), file: made.path }, 'made')
  }
  const addresses = [...config.addresses.keys()].map((name) => `${publicUrl}/${name}/saas`)
  log.info(
    `Koogate is ready. Production address ${addresses.join(', ')}; docs ${url}/docs; health ${url}/health/ready`,
  )
}

// What an operator can mend is told in one sentence; anything else with its stack.
function explain(error: unknown): string {
  if (error instanceof SettingError) return error.message
  if (error instanceof FolderInUseError) return `DATA_DIR cannot be used: ${error.message}.`
  if (error instanceof NewerSchemaError) return `DATABASE_URL cannot be used: ${error.message}.`
  const { code, message, stack, syscall, severity } = error as Fault
  if (code === 'EADDRINUSE' || code === 'EACCES') return `PORT cannot be listened on (${code}).`
  const isUnreachable =
    syscall === 'connect' || syscall === 'getaddrinfo' || code === 'ECONNREFUSED'
  if (isUnreachable) return `DATABASE_URL cannot be reached (${code}).`
  if (severity !== undefined) return `DATABASE_URL cannot be used: ${message}.`
  return stack ?? String(error)
}

/** What system errors and the errors of Postgres tell. */
interface Fault extends NodeJS.ErrnoException {
  readonly severity?: string
}

main().catch((error: unknown) => {
  process.stderr.write(`Koogate does not start. ${explain(error)}\n`)
  process.exit(1)
})
