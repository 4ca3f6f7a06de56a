import { EventEmitter } from 'node:events'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import { ensurePrivateKey } from '../config/private-keys.ts'
import { createVault } from '../crypto/vault.ts'
import type { OpenDatabase } from '../db/database.ts'
import { createGroupCommit } from '../db/group-commit.ts'
import { createUsageLedger } from '../db/usage/ledger.ts'
import { createFindPurchase } from '../db/instance/find-purchase.ts'
import { checkChange } from '../ports/change-check.ts'
import { issueLicense } from '../ports/licensing.ts'
import { provision } from '../ports/provisioning.ts'
import { type KitKeys, createKitKeys } from '../calls/kit/keys.ts'
import { createBackgroundWork } from '../calls/background-work.ts'
import { createRepeatWatch } from '../calls/repeat-watch.ts'
import type { OutboundCalls, Services } from '../calls/services.ts'
import { createSlots } from '../calls/slots.ts'
import { createTurns } from '../calls/turns.ts'
import { defaultLimits } from '../limits.ts'
import { noSpan } from '../span.ts'
import { tracedCommit, tracedLicenses, tracedOrders, tracedPosts } from '../tracing/traced.ts'
import type { OutboundCall } from '../store-api/call-store-api.ts'
import { createStoreClient } from '../store-api/order-query.ts'
import { createPushUsage } from '../store-api/push-usage.ts'
import { createLicenseStore } from '../store-api/upload-license.ts'
import { type ObservedPost, observedPosts } from '../webhooks/observed-posts.ts'
import { type PostSigned, createPostSigned } from '../webhooks/post-signed.ts'
import { webhookSettings } from '../webhooks/webhook-settings.ts'

/** The ports that a seller's own program may put in place of the built-in ones. */
export type Ports = Pick<
  Services,
  'provision' | 'issueLicense' | 'checkChange' | 'postSigned' | 'now' | 'limits'
>

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
    webhooks: webhookSettings(config),
    usage: createUsageLedger(db, vault),
    ...storeClientsOf(config, { limits, span, onCall }),
    orderSlots: createSlots(limits.ordersInCall),
    asking: new Set(),
    now: () => new Date(),
    limits,
    span,
    ...ports,
    postSigned: postsOf(config, { ...ports, span, outboundCalls }),
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

interface StoreClientOptions extends Pick<Services, 'limits' | 'span'> {
  readonly onCall: (call: OutboundCall) => void
}

type PostOptions = Pick<Services, 'span' | 'outboundCalls'> &
  Partial<Pick<Services, 'now' | 'postSigned'>>

function postsOf(
  { webhookAllow: allow }: Config,
  { now = () => new Date(), postSigned, span, outboundCalls }: PostOptions,
): PostSigned {
  const post = postSigned ?? createPostSigned({ allow, now })
  const onPost = (observed: ObservedPost) => void outboundCalls.emit('post', observed)
  return observedPosts(tracedPosts(post, span), onPost)
}

type StoreClients = Pick<Services, 'orderQuery' | 'licenseStore' | 'usagePusher'>

function storeClientsOf({ store }: Config, given: StoreClientOptions): StoreClients {
  const { limits, span, onCall } = given
  const { site, urls, credentials } = store
  if (credentials === undefined) {
    return { orderQuery: undefined, licenseStore: undefined, usagePusher: undefined }
  }
  const options = { urls, ...credentials, timeoutMs: limits.storeWithinMs, onCall }
  return {
    orderQuery: { site, ...tracedOrders(createStoreClient(options), span) },
    licenseStore: { site, ...tracedLicenses(createLicenseStore(options), span) },
    usagePusher: { sites: [site], push: createPushUsage(options) },
  }
}
