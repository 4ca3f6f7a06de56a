// Wires the service by hand, from the settings up.
import { EventEmitter } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { ensurePrivateKey } from './config/private-keys.ts'
import { createVault, secretKeyFingerprint } from './crypto/vault.ts'
import type { OpenDatabase } from './db/database.ts'
import { openAlarms } from './db/alarm/alarms.ts'
import { createGroupCommit } from './db/group-commit.ts'
import { createFindPurchase } from './db/instance/find-purchase.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open-database.ts'
import { checkSecretKey } from './db/secret-key-check.ts'
import { atStart } from './db/start-connection.ts'
import { checkChange } from './ports/change-check.ts'
import { issueLicense } from './ports/licensing.ts'
import { provision } from './ports/provisioning.ts'
import { startAskWorker } from './jobs/ask-worker.ts'
import { overdueAsks } from './jobs/overdue-asks.ts'
import type { Job } from './jobs/define-job.ts'
import { fetchOrderJob } from './jobs/fetch-order.ts'
import { type KitKeys, createKitKeys } from './calls/kit/keys.ts'
import { createBackgroundWork } from './calls/background-work.ts'
import { createRepeatWatch } from './calls/repeat-watch.ts'
import type { Services } from './calls/services.ts'
import { createSlots } from './calls/slots.ts'
import { createTurns } from './calls/turns.ts'
import { housekeeping } from './jobs/housekeeping.ts'
import { makeIndexes } from './jobs/make-indexes.ts'
import { startRecurring } from './jobs/recurring.ts'
import { uploadLicenseJob } from './jobs/upload-license.ts'
import { type SiteKeys, missingCredentials, watchCredentials } from './jobs/watch-credentials.ts'
import { startWorker } from './jobs/worker.ts'
import { createByteBudget } from './http/byte-budget.ts'
import { createClosing } from './http/closing.ts'
import { createHealthRouter } from './http/health.ts'
import { createKeyUsageTracker } from './calls/key-usage-tracker.ts'
import { createManagementRouter } from './http/management/router.ts'
import { createMetrics } from './http/metrics.ts'
import { createServer } from './http/server.ts'
import { listen } from './http/listen.ts'
import { handleClientError } from './http/client-error.ts'
import { createRerun } from './http/store/rerun.ts'
import { createStoreRouter } from './http/store/router.ts'
import { createBodyValidator } from './http/store/validate-body.ts'
import { type Limits, defaultLimits } from './limits.ts'
import { raceTimeout } from './race-timeout.ts'
import type { OutboundCall } from './store-api/call-store-api.ts'
import { createPostSigned } from './webhooks/post-signed.ts'
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
export type Ports = Pick<
  Services,
  'provision' | 'issueLicense' | 'checkChange' | 'postSigned' | 'now' | 'limits'
>

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
  const database = await openDatabase(config.database, limits)
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
  const metrics = createMetrics(() => openAlarms(db, limits.readyWithinMs))
  const validateBody = await createBodyValidator()
  const rerun = createRerun(validateBody, services)
  const budget = createByteBudget(limits.bodyBytes)
  const common = { addresses, services, keyUsage, budget }
  const closing = createClosing(limits)
  const server = createServer({
    store: createStoreRouter({ ...common, validateBody, metrics }),
    management: await createManagementRouter({
      ...common,
      services: { ...services, db: management },
      rerun,
      token,
      metrics,
    }),
    health: createHealthRouter({ database, metrics, limits, closing }),
    addresses: addresses.keys(),
    limits,
    closing,
    log,
  })
  const listening = await listen(server, config)
  listening.on('clientError', handleClientError)
  const keys = siteKeysOf(config)
  for (const line of missingCredentials(keys)) log.warn(line)
  const watch = watchCredentials(keys, services)
  const indexes = makeIndexes(database, services)
  const chores = [...housekeeping(services, keyUsage), indexes, watch, overdueAsks(services)]
  const recurring = startRecurring(chores, services, metrics.jobAttempted)
  const worker = startWorker(jobsFor(services), services, metrics.jobAttempted)
  const asking = startAskWorker(addresses, services, metrics.jobAttempted)
  return {
    url: `http://localhost:${(listening.address() as AddressInfo).port}`,
    services,
    async stop() {
      const worked = Promise.all([worker.stop(), asking.stop()]).then(() => undefined)
      await closing.close(listening)
      await endWork([worked, recurring.stop()], services)
      await services.postSigned?.close()
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
    orderSlots: createSlots((ports.limits ?? defaultLimits).ordersInCall),
    postSigned: createPostSigned({ allow: config.webhookAllow }),
    ...storeClientsOf(config, ports.limits ?? defaultLimits, log),
    now: () => new Date(),
    limits: defaultLimits,
    ...ports,
    log,
    background: createBackgroundWork(),
    turns: createTurns(),
    newJobs: new EventEmitter(),
    newEvents: new EventEmitter(),
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

function siteKeysOf({ addresses, store }: Config): SiteKeys {
  const sites = new Set([...addresses.values()].map(({ site }) => site))
  return { sites, keysOf: store.credentials && store.site }
}

type StoreClients = Pick<Services, 'orderQuery' | 'licenseStore'>

function storeClientsOf({ store }: Config, limits: Limits, log: Logger): StoreClients {
  const { site, urls, credentials } = store
  if (credentials === undefined) return { orderQuery: undefined, licenseStore: undefined }
  const onCall = (call: OutboundCall) => log.info(call, 'outbound call')
  const options = { urls, ...credentials, timeoutMs: limits.storeWithinMs, onCall }
  return {
    orderQuery: { site, ...createStoreClient(options) },
    licenseStore: { site, ...createLicenseStore(options) },
  }
}

// Without credentials nobody fetches or uploads; the jobs wait for a start that has them.
function jobsFor(services: Services): Job[] {
  const { orderQuery, licenseStore } = services
  return [
    ...(orderQuery ? [fetchOrderJob(orderQuery, services)] : []),
    ...(licenseStore ? [uploadLicenseJob(licenseStore, services)] : []),
  ]
}

// What answers have left behind writes to the database, which is about to be closed.
async function endWork(
  ending: readonly Promise<void>[],
  { background, limits: { lastWorkMs }, log }: Services,
): Promise<void> {
  const work = Promise.all([...ending, background.ended(lastWorkMs)])
  const hasEnded = await raceTimeout(
    lastWorkMs,
    work.then((ends) => ends.at(-1) !== false),
    () => false,
  )
  if (!hasEnded) log.warn('work after an answer is broken off by the stop')
}
