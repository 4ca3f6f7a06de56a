// Wires the service by hand, from the settings up.
import { EventEmitter } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { ensurePrivateKey } from './config/private-keys.ts'
import { createVault, secretKeyFingerprint } from './crypto/vault.ts'
import { type OpenDatabase, openEmbedded, openServer } from './db/database.ts'
import { createGroupCommit } from './db/group-commit.ts'
import { createFindPurchase } from './db/instance/find-purchase.ts'
import { migrate } from './db/migrate.ts'
import { checkSecretKey } from './db/secret-key-check.ts'
import { atStart } from './db/start-connection.ts'
import { checkChange } from './ports/change-check.ts'
import { issueLicense } from './ports/licensing.ts'
import { provision } from './ports/provisioning.ts'
import type { Job } from './jobs/define-job.ts'
import { fetchOrderJob } from './jobs/fetch-order.ts'
import { type KitKeys, createKitKeys } from './calls/kit/keys.ts'
import { createBackgroundWork } from './calls/background-work.ts'
import { longestDeadlineMs } from './calls/deadline.ts'
import { createRepeatWatch } from './calls/repeat-watch.ts'
import type { Services } from './calls/services.ts'
import { housekeeping } from './jobs/housekeeping.ts'
import { startRecurring } from './jobs/recurring.ts'
import { uploadLicenseJob } from './jobs/upload-license.ts'
import { startWorker } from './jobs/worker.ts'
import { createByteBudget } from './http/byte-budget.ts'
import { createHealthRouter } from './http/health.ts'
import { createKeyUsageTracker } from './calls/key-usage-tracker.ts'
import { createManagementRouter } from './http/management/router.ts'
import { createMetrics } from './http/metrics.ts'
import { createServer } from './http/server.ts'
import { handleClientError } from './http/client-error.ts'
import { createRerun } from './http/store/rerun.ts'
import { createStoreRouter } from './http/store/router.ts'
import { createBodyValidator } from './http/store/validate-body.ts'
import { type Limits, defaultLimits } from './limits.ts'
import type { StoreOptions } from './store-api/call-store-api.ts'
import { createStoreClient } from './store-api/order-query.ts'
import { createLicenseStore } from './store-api/upload-license.ts'

/** A running service. */
export interface App {
  /** Where it listens, for callers on this machine. */
  readonly url: string
  readonly services: Services
  /** Answers what is under way, then closes everything. */
  stop(): Promise<void>
}

/** The ports that a seller's own program may put in place of the built-in ones. */
export type Ports = Pick<Services, 'provision' | 'issueLicense' | 'checkChange' | 'now' | 'limits'>

/** Starts the service: database, schema, jobs, routes. Rejects when one of them does not come up. */
export async function startApp(
  config: Config,
  log: Logger,
  ports: Partial<Ports> = {},
): Promise<App> {
  const database = await openPrepared(config, ports.limits)
  try {
    return await startOn(database, config, log, ports)
  } catch (error) {
    await database.close()
    throw error
  }
}

/** Opens the database of the settings, its schema brought up to this version and its key checked. */
export async function openPrepared(config: Config, limits?: Limits): Promise<OpenDatabase> {
  const database = await openDatabase(config, limits)
  try {
    await atStart(database, async (connection) => {
      await migrate(connection)
      await checkSecretKey(connection.db, secretKeyFingerprint(config.secretKey))
    })
    return database
  } catch (error) {
    await database.close()
    throw error
  }
}

function openDatabase({ database }: Config, limits?: Limits): Promise<OpenDatabase> | OpenDatabase {
  return 'url' in database ? openServer(database.url, limits) : openEmbedded(database.folder)
}

async function startOn(
  database: OpenDatabase,
  config: Config,
  log: Logger,
  ports: Partial<Ports>,
): Promise<App> {
  const { db, management } = database
  const { addresses, managementToken: token } = config
  const services = createServices(database, config, log, ports)
  const { limits } = services
  const keyUsage = createKeyUsageTracker()
  const metrics = createMetrics()
  const validateBody = await createBodyValidator()
  const rerun = createRerun(validateBody, services)
  const budget = createByteBudget(limits.bodyBytes)
  const common = { addresses, services, keyUsage, budget }
  const server = createServer({
    store: createStoreRouter({ ...common, validateBody, metrics }),
    management: await createManagementRouter({
      ...common,
      services: { ...services, db: management },
      rerun,
      token,
    }),
    health: createHealthRouter(db, metrics, limits),
    addresses: addresses.keys(),
    limits,
    log,
  })
  const listening = await listen(server.listen(config.port, config.host))
  listening.on('clientError', handleClientError)
  const recurring = startRecurring(housekeeping(services, keyUsage), services, metrics.jobAttempted)
  const worker = startWorker(jobsFor(config, services), services, metrics.jobAttempted)
  return {
    url: `http://localhost:${(listening.address() as AddressInfo).port}`,
    services,
    async stop() {
      await closeServer(listening, limits)
      await Promise.all([worker.stop(), endBackground(services)])
      await recurring.stop()
      await database.close()
    },
  }
}

/** What handlers and jobs work with, on an open database. */
export function createServices(
  database: OpenDatabase,
  config: Config,
  log: Logger,
  ports: Partial<Ports> = {},
): Services {
  const { db, groups } = database
  const vault = createVault(config.secretKey)
  return {
    db,
    commit: createGroupCommit(database),
    vault,
    findPurchase: createFindPurchase(groups, vault),
    repeats: createRepeatWatch(),
    provision,
    issueLicense,
    checkChange,
    kitKeys: kitKeysOf(config, log),
    orderQuery: orderQueryOf(config, ports.limits ?? defaultLimits, log),
    now: () => new Date(),
    limits: defaultLimits,
    ...ports,
    log,
    background: createBackgroundWork(),
    newJobs: new EventEmitter(),
  }
}

function kitKeysOf({ kitKeys, generatedKeyFolder: folder }: Config, log: Logger): KitKeys {
  if (folder === undefined) return createKitKeys(kitKeys)
  return createKitKeys(kitKeys, async () => {
    const { key, path, generatedNow } = await ensurePrivateKey(folder)
    if (generatedNow)
      log.info(
        { settings: ['KOOGATE_KIT_PRIVATE_KEY_FILE'], file: path },
        'generated missing secrets',
      )
    return key
  })
}

function storeOptionsOf({ store }: Config, limits: Limits): StoreOptions | undefined {
  const { credentials, urls } = store
  return credentials && { urls, ...credentials, timeoutMs: limits.storeWithinMs }
}

function orderQueryOf(config: Config, limits: Limits, log: Logger): Services['orderQuery'] {
  const options = storeOptionsOf(config, limits)
  if (options !== undefined) return { site: config.store.site, ...createStoreClient(options) }
  log.warn(
    'KOOGATE_STORE_AK and KOOGATE_STORE_SK are not set: no order is read from the store, so product, quantity and buyer of a V2 purchase stay unknown',
  )
  return undefined
}

// Without credentials nobody fetches or uploads; the jobs wait for a start that has them.
function jobsFor(config: Config, services: Services): Job[] {
  const { orderQuery, limits } = services
  const options = storeOptionsOf(config, limits)
  if (orderQuery === undefined || options === undefined) return []
  return [
    fetchOrderJob(orderQuery, services),
    uploadLicenseJob({ site: orderQuery.site, ...createLicenseStore(options) }, services),
  ]
}

// What answers have left behind writes to the database, which is about to be closed.
async function endBackground({ background, limits, log }: Services): Promise<void> {
  const hasEnded = await background.ended(limits.lastWorkMs)
  if (!hasEnded) log.warn('work after an answer is broken off by the stop')
}

function listen(server: Server): Promise<Server> {
  return new Promise((resolve, reject) => {
    server.once('listening', () => resolve(server))
    server.once('error', reject)
  })
}

const idleEveryMs = 50

/** Lets what is under way be answered, for as long as an answer may take; closes idle connections. */
function closeServer(server: Server, limits: Limits): Promise<void> {
  const lastAnswersMs = Math.max(limits.lastAnswersMs, longestDeadlineMs(limits))
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), lastAnswersMs)
    // Node closes those that are idle now; one that is answered later would stay open for seconds.
    const idle = setInterval(() => server.closeIdleConnections(), idleEveryMs)
    server.close(() => {
      clearTimeout(cut)
      clearInterval(idle)
      resolve()
    })
  })
}
