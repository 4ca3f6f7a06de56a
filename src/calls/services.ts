import type { EventEmitter } from 'node:events'
import type { Logger } from 'pino'
import type { Vault } from '../crypto/vault.ts'
import type { Database } from '../db/database.ts'
import type { Commit } from '../db/group-commit.ts'
import type { AuthCentre } from '../auth-centre/auth-centre.ts'
import type { TokenKey } from '../crypto/token-key.ts'
import type { AuditTable } from '../db/audit/audit-tables.ts'
import type { BackgroundWork } from './background-work.ts'
import type { UsageLedger } from '../db/usage/ledger.ts'
import type { FindPurchase } from '../db/instance/find-purchase.ts'
import type { Span } from '../span.ts'
import type { CheckChange } from '../ports/change-check.ts'
import type { IssueLicense } from '../ports/licensing.ts'
import type { Limits } from '../limits.ts'
import type { KitKeys } from './kit/keys.ts'
import type { RepeatWatch } from './repeat-watch.ts'
import type { Slots } from './slots.ts'
import type { SlotsByKey } from './slots-by-key.ts'
import type { Turns } from './turns.ts'
import type { Provision } from '../ports/provisioning.ts'
import type { ObservedPost } from '../webhooks/observed-posts.ts'
import type { OutboundCall } from '../store-api/outbound-call.ts'
import type { SiteStanding, StoreClients } from '../store-api/store-client.ts'
import type { PostSigned } from '../webhooks/post-signed.ts'
import type { WebhookSettings } from '../webhooks/webhook-settings.ts'

/** Makes the entry of a change, given what it is about (domain/subject.ts). */
export type AuditChange = (subjects: readonly string[]) => AuditTable

/** The events of calls to the store, how its sites stand, and of requests to the seller's program. */
export interface OutboundCalls {
  call: [call: OutboundCall]
  site: [standing: SiteStanding]
  post: [post: ObservedPost]
}

/** What sign-on has in common at all addresses. */
export interface SsoSettings {
  /** How browsers reach Koogate, without a slash at its end. */
  readonly publicUrl: string
  readonly tokenKey: TokenKey
  /** Whether an auth centre may be asked in clear, as a simulated one on this machine. */
  readonly mayBeOpen: boolean
}

/** What handlers work with; wired in app.ts. */
export interface Services {
  readonly db: Database
  /** Writes what a call changes, together with what others write meanwhile. */
  readonly commit: Commit
  readonly vault: Vault
  readonly findPurchase: FindPurchase
  readonly repeats: RepeatWatch
  readonly provision: Provision
  readonly issueLicense: IssueLicense
  readonly checkChange: CheckChange
  readonly kitKeys: KitKeys
  /** For orders that calls read while the store waits. */
  readonly orderSlots: Slots
  /** Calls the seller's programs; undefined where nothing may leave, and then nobody is asked. */
  readonly postSigned: PostSigned | undefined
  /** The sites of which this process has access keys. */
  readonly stores: StoreClients
  /** For so many days after it the last check of a license code answers while the store is away. */
  readonly codeCacheDays: number
  /** By how much work of this process the asks are held that it asks or settles, whatever its clock says. */
  readonly asking: Map<string, number>
  readonly webhooks: WebhookSettings
  readonly usage: UsageLedger
  readonly authCentre: AuthCentre
  /** For questions to auth centres, by their domain: who opens a login page is not known. */
  readonly authCentreSlots: SlotsByKey
  readonly sso: SsoSettings
  readonly now: () => Date
  /** Runs work as a span of a trace. */
  readonly span: Span
  readonly limits: Limits
  readonly log: Logger
  readonly background: BackgroundWork
  readonly turns: Turns
  /**
   * Makes the entry of a change in the audit: there where somebody changes things by the management API,
   * and then every commit has one.
   */
  readonly audit?: AuditChange | undefined
  /** Emits the name of a queue once jobs for it are committed, so that no worker here waits for its next look. */
  readonly newJobs: EventEmitter
  /**
   * Emits `outbox` once something is committed that is to be told (event_outbox), `placed` if it has its
   * positions already, `feed` once there are new positions, whoever gave them, and `owed` once somebody
   * has wanted deliveries.
   */
  readonly newEvents: EventEmitter
  /** Emits each attempt of a call to the store, or to the seller's program, once it has ended. */
  readonly outboundCalls: EventEmitter<OutboundCalls>
  /** Is aborted when the process begins to stop: who waits for something ends that. */
  readonly stopping: AbortSignal
}
