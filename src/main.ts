import { inspect } from 'node:util'
import { pino } from 'pino'
import { type App, startApp } from './app.ts'
import { type Config, SettingError, loadConfig } from './config/config.ts'
import { FolderInUseError } from './db/embedded/folder-lock.ts'
import { MigrationError, NewerSchemaError } from './db/migrate.ts'
import { OtherSecretKeyError } from './db/secret-key-check.ts'
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
  const { generated, publicUrl } = config
  if (generated && generated.generatedNow.length > 0) {
    log.info(
      { settings: generated.generatedNow.map((name) => `KOOGATE_${name}`), file: generated.path },
      'generated missing secrets',
    )
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
  if (error instanceof OtherSecretKeyError) {
    return 'KOOGATE_SECRET_KEY is not the key that the data in this database were encrypted with; set the one of the first start.'
  }
  if (error instanceof MigrationError || error instanceof NewerSchemaError)
    return `DATABASE_URL cannot be used: ${error.message}.`
  const { code, message, syscall, path, severity } = error as Fault
  if (syscall === 'listen') return `PORT cannot be listened on (${code}).`
  const isUnreachable =
    syscall === 'connect' || syscall === 'getaddrinfo' || code === 'ECONNREFUSED'
  if (isUnreachable) return `DATABASE_URL cannot be reached (${code}).`
  if (path !== undefined && unusable.test(code ?? '')) {
    return `DATA_DIR cannot be used (${code}: ${path}).`
  }
  if (severity !== undefined) return `DATABASE_URL cannot be used: ${message}.`
  return inspect(error)
}

// No file may be written there, no folder made.
const unusable = /^(EACCES|EPERM|EROFS|ENOSPC|EDQUOT|EEXIST|ENOTDIR)$/

/** What system errors and the errors of Postgres tell. */
interface Fault extends NodeJS.ErrnoException {
  readonly severity?: string
}

main().catch((error: unknown) => {
  process.stderr.write(`Koogate does not start. ${explain(error)}\n`)
  process.exit(1)
})
