import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { welcomeUrlAt } from './config/public-url.ts'
import type { OpenDatabase } from './db/database.ts'
import type { Services } from './calls/services.ts'
import { createByteBudget } from './http/byte-budget.ts'
import { createClosing } from './http/closing.ts'
import { createHealthRouter } from './http/health.ts'
import { createNoted } from './calls/noted.ts'
import { createManagementRouter } from './http/management/router.ts'
import { alarmGauges } from './http/gauges/alarm-gauges.ts'
import { askGauges } from './http/gauges/ask-gauges.ts'
import { keyGauges } from './http/gauges/key-gauges.ts'
import { outboxGauges } from './http/gauges/outbox-gauges.ts'
import { webhookGauges } from './http/gauges/webhook-gauges.ts'
import { usageGauges } from './http/gauges/usage-gauges.ts'
import { standingGauges } from './http/gauges/standing-gauges.ts'
import { createMetrics } from './http/metrics.ts'
import { registerSiteGauges } from './http/gauges/site-gauges.ts'
import { siteStates } from './http/site-states.ts'
import { createServer } from './http/server.ts'
import { createSsoRouter } from './http/sso/router.ts'
import { listen } from './http/listen.ts'
import { handleClientError } from './http/client-error.ts'
import { createRerun } from './http/store/rerun.ts'
import { createStoreRouter } from './http/store/router.ts'
import { createBodyValidator } from './http/store/validate-body.ts'
import { createWelcomeRouter } from './http/welcome/router.ts'
import { type Tracing, openTracing } from './tracing/tracing.ts'
import { ensureSettingsEndpoints } from './jobs/webhooks/settings-endpoints.ts'
import { startBackground } from './app/background.ts'
import { type Ports, createServices } from './app/create-services.ts'
import { openPrepared } from './app/open-prepared.ts'
import { defaultLimits } from './limits.ts'

/** A running service. */
export interface App {
  /** Where it listens, for callers on this machine. */
  readonly url: string
  readonly services: Services
  /** Answers what is under way, then closes everything. */
  stop(): Promise<void>
}

/** Starts the service: database, schema, jobs, routes. Rejects when one of them does not come up. */
export async function startApp(
  config: Config,
  log: Logger,
  ports: Partial<Ports> = {},
): Promise<App> {
  const { limits = defaultLimits } = ports
  const database = await openPrepared(config, log, limits)
  let tracing: Tracing | undefined
  try {
    tracing = await openTracing(config.traces, log)
    return await startOn({ database, tracing }, config, log, ports)
  } catch (error) {
    await database.close()
    await tracing?.close(limits.lastWorkMs)
    throw error
  }
}

interface Opened {
  readonly database: OpenDatabase
  readonly tracing: Tracing
}

async function startOn(
  { database, tracing }: Opened,
  config: Config,
  log: Logger,
  ports: Partial<Ports>,
): Promise<App> {
  const { management } = database
  const { addresses, managementToken: token } = config
  const stopping = new AbortController()
  const created = createServices(database, config, log, { ...ports, span: tracing.span })
  const services: Services = { ...created, stopping: stopping.signal }
  const { limits } = services
  const noted = createNoted()
  const metrics = createMetrics(
    [
      alarmGauges,
      standingGauges(addresses, services.now),
      keyGauges(addresses),
      outboxGauges(services.now),
      webhookGauges(services.now),
      askGauges(services.now),
      usageGauges(services.now),
    ],
    { db: management, withinMs: limits.readyWithinMs, log },
  )
  services.outboundCalls.on('call', metrics.calledStore).on('post', metrics.posted)
  registerSiteGauges(metrics.registry, services.stores)
  const validateBody = await createBodyValidator()
  const rerun = createRerun(validateBody, services)
  const budget = createByteBudget(limits.bodyBytes)
  const common = { addresses, services, noted, budget }
  const closing = createClosing(limits)
  const server = createServer({
    store: createStoreRouter({ ...common, validateBody, metrics }),
    management: await createManagementRouter({
      ...common,
      services: { ...services, db: management },
      publicUrl: config.worldUrl,
      reasonRequired: config.reasonRequired,
      rerun,
      token,
      metrics,
    }),
    sso: createSsoRouter({ ...common, metrics }),
    welcome: createWelcomeRouter({
      services: { ...services, db: management },
      addresses,
      welcomeUrl: welcomeUrlAt(config.publicUrl),
    }),
    health: createHealthRouter({
      ...{ database, metrics, limits, closing, log },
      sites: () =>
        siteStates(new Set([...addresses.values()].map(({ site }) => site)), services.stores),
    }),
    addresses: addresses.keys(),
    limits,
    closing,
    log,
  })
  // Before the first call, of which they would not hear otherwise.
  await ensureSettingsEndpoints(services)
  const listening = await listen(server, config)
  listening.on('clientError', handleClientError)
  const background = startBackground({ database, noted, metrics, rerun }, config, services)
  return {
    url: `http://localhost:${(listening.address() as AddressInfo).port}`,
    services,
    async stop() {
      stopping.abort()
      const ended = background.stop()
      await closing.close(listening)
      await ended()
      await services.postSigned?.close()
      await services.stores.close()
      await services.authCentre.close()
      await database.close()
      await tracing.close(limits.lastWorkMs)
    },
  }
}
