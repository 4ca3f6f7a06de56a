import type { Logger } from 'pino'
import { type App, startApp } from './app.ts'
import { type Config, loadConfig } from './config/config.ts'
import { explainStart } from './explain-start.ts'
import { buildPages } from './http/docs-build.ts'
import { productionAddress } from './domain/public-address.ts'
import { createLog } from './log.ts'

async function main(): Promise<void> {
  const config = loadConfig()
  const log = await createLog(config.logLevel)
  const app = await startApp(config, log)
  announce(config, app, log)
  if (process.argv.includes('--build-docs')) buildPages(log)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.once(signal, () => {
      log.info({ signal }, 'stopping')
      void app.stop().then(() => process.exit(0))
    })
  }
}

function announce(config: Config, { url }: App, log: Logger): void {
  const { generated, publicUrl, managementTokenAt: tokenAt } = config
  if (generated && generated.generatedNow.length > 0) {
    log.info(
      { settings: generated.generatedNow.map((name) => `KOOGATE_${name}`), file: generated.path },
      'generated missing secrets',
    )
  }
  if (config.isProduction && 'folder' in config.database) {
    log.warn(
      'NODE_ENV is production and DATABASE_URL is not set: the embedded database serves one process and moves nowhere',
    )
  }
  const addresses = [...config.addresses.values()].map((one) =>
    productionAddress(publicUrl, one, 'saas'),
  )
  log.info(
    `Koogate is ready on Node ${process.version}. Production address ${addresses.join(', ')}; start at ${url}/; docs ${url}/docs; health ${url}/health/ready; management token in ${tokenAt}`,
  )
}

main().catch((error: unknown) => {
  process.stderr.write(`Koogate does not start. ${explainStart(error)}\n`)
  process.exit(1)
})
