import { EventEmitter } from 'node:events'
import type { Logger } from 'pino'
import type { Config } from '../config/config.ts'
import { ensurePrivateKey } from '../config/private-keys.ts'
import { createAuthCentre } from '../auth-centre/auth-centre.ts'
import { tokenKeyOf } from '../crypto/token-key.ts'
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
import { createSlotsByKey } from '../calls/slots-by-key.ts'
import { createTurns } from '../calls/turns.ts'
import { defaultLimits } from '../limits.ts'
import { noSpan } from '../span.ts'
import { tracedCommit, tracedPosts } from '../tracing/traced.ts'
import type { OutboundCall } from '../store-api/outbound-call.ts'
import { createStoreClients } from '../store-api/create-store-clients.ts'
import type { StoreClients } from '../store-api/store-client.ts'
import { type ObservedPost, observedPosts } from '../webhooks/observed-posts.ts'
import { type PostSigned, createPostSigned } from '../webhooks/post-signed.ts'
import { webhookSettings } from '../webhooks/webhook-settings.ts'

/** The ports that a seller's own program may put in place of the built-in ones. */
export type Ports = Pick<
  Services,
  'provision' | 'issueLicense' | 'checkChange' | 'postSigned' | 'authCentre' | 'now' | 'limits'
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
    stores: storesOf(config, { limits, span, outboundCalls, log, ...ports }),
    codeCacheDays: config.codeCacheDays,
    usage: createUsageLedger(database, vault),
    orderSlots: createSlots(limits.ordersInCall),
    asking: new Map(),
    authCentre: createAuthCentre({ timeoutMs: limits.authCentreWithinMs }),
    authCentreSlots: createSlotsByKey(limits.authCentresAtOnce, limits.authCentreAtOnce),
    sso: {
      publicUrl: config.publicUrl,
      tokenKey: tokenKeyOf(config.secretKey),
      mayBeOpen: !config.isProduction,
    },
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

type StoreOptions = Pick<Services, 'limits' | 'span' | 'outboundCalls' | 'log'> &
  Partial<Pick<Services, 'now'>>

function storesOf({ sites }: Config, given: StoreOptions): StoreClients {
  const { limits, span, outboundCalls, log, now = () => new Date() } = given
  const accessible = [...sites.values()].flatMap(({ name: site, credentials, ...others }) =>
    credentials === undefined ? [] : [{ site, ...credentials, ...others }],
  )
  return createStoreClients(accessible, {
    timeoutMs: limits.storeWithinMs,
    circuit: {
      failures: limits.siteFailures,
      firstProbeMs: limits.siteProbeMs,
      longestProbeMs: limits.siteProbeAtMostMs,
    },
    now,
    span,
    onAttempt(call) {
      log.info(lineOf(call), 'outbound call')
      outboundCalls.emit('call', call)
    },
    onStanding(standing) {
      const { site, circuit, cause, skewMs } = standing
      log.warn({ site, circuit, cause, skewMs }, 'store site')
      outboundCalls.emit('site', standing)
    },
  })
}

// What was said may be private.
function lineOf({ site, operation, subject, ...call }: OutboundCall) {
  const { host, method, path, status, code, result, ms } = call
  const orderId = operation === 'queryOrder' ? subject : undefined
  return { site, operation, host, method, path, orderId, status, code, result, ms }
}
