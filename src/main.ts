import { pino } from 'pino'
import { type App, startApp } from './app.ts'
import { type Config, SettingError, loadConfig } from './config.ts'
import { NewerSchemaError } from './db/migrate.ts'

async function main(): Promise<void> {
  const config = loadConfig()
  const log = pino({ level: config.logLevel })
  const app = await startApp(config, log)
  announce(config, app, log)
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
  const productionAddresses = [...config.addresses.keys()].map(
    (name) => `${publicUrl}/${name}/saas`,
  )
  log.info(
    { productionAddresses, docs: `${url}/docs`, health: `${url}/health/ready` },
    'Koogate is ready',
  )
}

// What an operator can mend is told in one sentence; anything else with its stack.
function explain(error: unknown): string {
  if (error instanceof SettingError) return error.message
  if (error instanceof NewerSchemaError) return `DATABASE_URL cannot be used: ${error.message}.`
  const { code, address, port } = error as NodeJS.ErrnoException & {
    address?: string
    port?: number
  }
  if (code === 'EADDRINUSE') return `PORT ${port} is in use.`
  if (code === 'ECONNREFUSED') return `DATABASE_URL cannot be reached (${address}:${port}).`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

main().catch((error: unknown) => {
  process.stderr.write(`Koogate does not start. ${explain(error)}\n`)
  process.exit(1)
})
