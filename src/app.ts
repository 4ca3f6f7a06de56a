// Wires the service by hand, from the settings up.
import { EventEmitter } from 'node:events'
import type { AddressInfo } from 'node:net'
import type { Logger } from 'pino'
import type { Config } from './config/config.ts'
import { ensurePrivateKey } from './config/private-keys.ts'
import { createVault, secretKeyFingerprint } from './crypto/vault.ts'
import type { OpenDatabase } from './db/database.ts'
import { createGroupCommit } from './db/group-commit.ts'
import { createFindPurchase } from './db/instance/find-purchase.ts'
import { migrate } from './db/migrate.ts'
import { openDatabase } from './db/open-database.ts'
import { checkSecretKey } from './db/secret-key-check.ts'
import { type StartConnection, atStart } from './db/start-connection.ts'
import { type WaitsFor, watchStart } from './db/start-watch.ts'
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
import type { OutboundCalls, Services } from './calls/services.ts'
import { createSlots } from './calls/slots.ts'
import { createTurns } from './calls/turns.ts'
import { housekeeping } from './jobs/housekeeping.ts'
import { judgeFailingPurchases } from './jobs/judge-purchases.ts'
import { makeIndexes } from './jobs/make-indexes.ts'
import { retention } from './jobs/retention.ts'
import { startRecurring } from './jobs/recurring.ts'
import { uploadLicenseJob } from './jobs/upload-license.ts'
import { type SiteKeys, missingCredentials, watchCredentials } from './jobs/watch-credentials.ts'
import { watchDialTests } from './jobs/watch-dial-tests.ts'
import { startRelay } from './jobs/relay-events.ts'
import { startWorker } from './jobs/worker.ts'
import { startWebhooks } from './jobs/webhooks/start-webhooks.ts'
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
import { standingGauges } from './http/gauges/standing-gauges.ts'
import { createMetrics } from './http/metrics.ts'
import { createServer } from './http/server.ts'
import { listen } from './http/listen.ts'
import { handleClientError } from './http/client-error.ts'
import { createRerun } from './http/store/rerun.ts'
import { createStoreRouter } from './http/store/router.ts'
import { createBodyValidator } from './http/store/validate-body.ts'
import { type Limits, defaultLimits } from './limits.ts'
import { raceTimeout } from './race-timeout.ts'
import { noSpan } from './span.ts'
import { tracedCommit, tracedLicenses, tracedOrders, tracedPosts } from './tracing/traced.ts'
import { type Tracing, openTracing } from './tracing/tracing.ts'
import type { OutboundCall } from './store-api/call-store-api.ts'
import { createStoreClient } from './store-api/order-query.ts'
import { createLicenseStore } from './store-api/upload-license.ts'
import { type ObservedPost, observedPosts } from './webhooks/observed-posts.ts'
import { type PostSigned, createPostSigned } from './webhooks/post-signed.ts'
import { webhookSettings } from './webhooks/webhook-settings.ts'

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
  const database = await openPrepared(config, log, ports.limits)
  const tracing = await openTracing(config.traces, log)
  try {
    return await startOn({ database, tracing }, config, log, ports)
  } catch (error) {
    await database.close()
    throw error
  }
}

interface Opened {
  readonly database: OpenDatabase
  readonly tracing: Tracing
}

/** Opens the database of the settings, its schema brought up to this version and its key checked. */
export async function openPrepared(
  { database: place, secretKey }: Pick<Config, 'database' | 'secretKey'>,
  log: Logger,
  limits: Limits = defaultLimits,
): Promise<OpenDatabase> {
  const { waitsFor, end } = watchStart(log, limits.startNoticeMs)
  waitsFor('the database')
  try {
    const database = await openDatabase(place, limits)
    return await prepared(database, secretKey, waitsFor)
  } finally {
    end()
  }
}

async function prepared(
  database: OpenDatabase,
  secretKey: Config['secretKey'],
  waitsFor: WaitsFor,
): Promise<OpenDatabase> {
  const prepare = async (connection: StartConnection) => {
    await migrate(connection)
    await checkSecretKey(connection.db, secretKeyFingerprint(secretKey))
  }
  try {
    await atStart(database, prepare, waitsFor)
    return database
  } catch (error) {
    await database.close()
    throw error
  }
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
    ],
    { db: management, withinMs: limits.readyWithinMs, log },
  )
  services.outboundCalls.on('call', metrics.calledStore).on('post', metrics.posted)
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
      rerun,
      token,
      metrics,
    }),
    health: createHealthRouter({ database, metrics, limits, closing, log }),
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
  const chores = [
    ...housekeeping(services, noted),
    ...retention(config.keep, services),
    watchDialTests(addresses, services),
    judgeFailingPurchases(services),
    overdueAsks(services),
    indexes,
    watch,
  ]
  const recurring = startRecurring(chores, services, metrics.jobAttempted)
  const worker = startWorker(jobsFor(services), services, metrics.jobAttempted)
  const asking = startAskWorker(addresses, services, metrics.jobAttempted)
  const webhooks = startWebhooks(services)
  const relay = startRelay(services, metrics.jobAttempted)
  return {
    url: `http://localhost:${(listening.address() as AddressInfo).port}`,
    services,
    async stop() {
      stopping.abort()
      const worked = Promise.all([worker.stop(), asking.stop(), webhooks.stop()])
      await closing.close(listening)
      await endWork([worked, recurring.stop(), relay.stop()], services)
      await services.postSigned?.close()
      await database.close()
      await tracing.close(limits.lastWorkMs)
    },
  }
}

/** What handlers and jobs work with, on an open database. */
export function createServices(
  database: OpenDatabase,
  config: Config,
  log: Logger,
  ports: Partial<Ports & Pick<Services, 'span'>> = {},
): Services {
  const { db, groups } = database
  const { span = noSpan, limits = defaultLimits } = ports
  const vault = createVault(config.secretKey)
  const outboundCalls = new EventEmitter<OutboundCalls>()
  const onCall = (call: OutboundCall) => {
    log.info(call, 'outbound call')
    outboundCalls.emit('call', call)
  }
  return {
    db,
    commit: tracedCommit(createGroupCommit(database), span),
    vault,
    findPurchase: createFindPurchase(groups, vault),
    repeats: createRepeatWatch(),
    provision,
    issueLicense,
    checkChange,
    kitKeys: kitKeysOf(config, log),
    postSigned: postsOf(config, { now: ports.now, span, outboundCalls }),
    webhooks: webhookSettings(config),
    ...storeClientsOf(config, { limits, span, onCall }),
    orderSlots: createSlots(limits.ordersInCall),
    now: () => new Date(),
    limits,
    span,
    ...ports,
    log,
    background: createBackgroundWork(),
    turns: createTurns(),
    newJobs: new EventEmitter(),
    newEvents: createNewEvents(),
    outboundCalls,
    stopping: new AbortController().signal,
  }
}

// Every request that waits for events listens.
function createNewEvents(): EventEmitter {
  return new EventEmitter().setMaxListeners(0)
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

interface StoreClientOptions extends Pick<Services, 'limits' | 'span'> {
  readonly onCall: (call: OutboundCall) => void
}

interface PostOptions extends Pick<Services, 'span' | 'outboundCalls'> {
  readonly now: Services['now'] | undefined
}

function postsOf(
  { webhookAllow: allow }: Config,
  { now = () => new Date(), span, outboundCalls }: PostOptions,
): PostSigned {
  const onPost = (post: ObservedPost) => void outboundCalls.emit('post', post)
  return observedPosts(tracedPosts(createPostSigned({ allow, now }), span), onPost)
}

type StoreClients = Pick<Services, 'orderQuery' | 'licenseStore'>

function storeClientsOf({ store }: Config, given: StoreClientOptions): StoreClients {
  const { limits, span, onCall } = given
  const { site, urls, credentials } = store
  if (credentials === undefined) return { orderQuery: undefined, licenseStore: undefined }
  const options = { urls, ...credentials, timeoutMs: limits.storeWithinMs, onCall }
  return {
    orderQuery: { site, ...tracedOrders(createStoreClient(options), span) },
    licenseStore: { site, ...tracedLicenses(createLicenseStore(options), span) },
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
  ending: readonly Promise<unknown>[],
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
