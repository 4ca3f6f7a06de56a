import type { Generated } from 'kysely'
import type { AskTable } from './ask/ask-tables.ts'
import type { AlarmTable } from './alarm/alarm-tables.ts'
import type { EventFeedStateTable, EventFeedTable, EventOutboxTable } from './event/event-tables.ts'
import type { IdempotencyTable } from './idempotency/idempotency-tables.ts'
import type { Kind } from '../domain/scope.ts'
import type { InstanceTable, EventTable } from './instance/instance-tables.ts'
import type { LicenseTable } from './license/license-tables.ts'
import type { LicenseCodeClientTable, LicenseCodeTable } from './license-code/code-tables.ts'
import type { ClaimTable } from './claim/claim-tables.ts'
import type { OrderTable } from './order/order-tables.ts'
import type { OrderDeliveryStepTable, OrderDeliveryTable } from './delivery/delivery-tables.ts'
import type { MessageTable } from './message/message-tables.ts'
import type { OutboundCallTable } from './outbound/outbound-tables.ts'
import type { MessageRerunTable, MessageRerunTurnTable } from './rerun/rerun-tables.ts'
import type { NonceTable } from './nonce/nonce-tables.ts'
import type { AuditSubjectTable, AuditTable } from './audit/audit-tables.ts'
import type { ConsoleSessionTable } from './console-session/console-session-tables.ts'
import type { TokenTable } from './token/token-tables.ts'
import type { JobTable } from './job/job-tables.ts'
import type { DriftTable, ReconciliationTable } from './reconciliation/reconciliation-tables.ts'
import type { DialTestTable, FailingPurchaseTable } from './standing/standing-tables.ts'
import type {
  ActivityCallTable,
  AddressCallTable,
  KitApplicationUseTable,
} from './credential/credential-tables.ts'
import type { KeyUsageTable } from './key-usage/key-usage-tables.ts'
import type {
  KitApplicationTable,
  KitBindingTable,
  KitBindingVersionTable,
  KitUserTable,
} from './tenant/tenant-tables.ts'
import type { SsoCodeTable, SsoLoginTable, SsoSessionTable } from './sso/sso-tables.ts'
import type { KitDepartmentTable } from './department/department-tables.ts'
import type {
  UsageBatchTable,
  UsageLimitTable,
  UsageRecordKeyTable,
  UsageRecordTable,
  UsageTotalTable,
  UsageWindowTable,
} from './usage/usage-tables.ts'
import type {
  WebhookAttemptTable,
  WebhookAttemptsStateTable,
  WebhookAwayTable,
  WebhookCursorTable,
  WebhookDeliveryTable,
  WebhookEndpointTable,
  WebhookGivenUpTable,
  WebhookLaneTable,
} from './webhook/webhook-tables.ts'

/**
 * All tables, as Kysely sees them. bytea columns hold encrypted JSON or bytes (crypto/vault.ts). For
 * the version before, instances and orders are views (migrations/0002-behind-views.ts).
 */
export interface Tables {
  sold_instances: InstanceTable
  licenses: LicenseTable
  license_codes: LicenseCodeTable
  license_code_clients: LicenseCodeClientTable
  claims: ClaimTable
  order_lines: OrderTable
  order_deliveries: OrderDeliveryTable
  order_delivery_steps: OrderDeliveryStepTable
  messages: MessageTable
  message_reruns: MessageRerunTable
  message_rerun_turns: MessageRerunTurnTable
  outbound_calls: OutboundCallTable
  nonces: NonceTable
  events: EventTable
  event_outbox: EventOutboxTable
  event_feed: EventFeedTable
  event_feed_state: EventFeedStateTable
  webhook_endpoints: WebhookEndpointTable
  webhook_cursors: WebhookCursorTable
  webhook_lanes: WebhookLaneTable
  webhook_deliveries: WebhookDeliveryTable
  webhook_attempts: WebhookAttemptTable
  webhook_attempts_state: WebhookAttemptsStateTable
  webhook_away: WebhookAwayTable
  webhook_given_up: WebhookGivenUpTable
  usage_records: UsageRecordTable
  usage_record_keys: UsageRecordKeyTable
  usage_windows: UsageWindowTable
  usage_batches: UsageBatchTable
  usage_totals: UsageTotalTable
  usage_limits: UsageLimitTable
  jobs: JobTable
  asks: AskTable
  key_uses: KeyUsageTable
  tokens: TokenTable
  console_sessions: ConsoleSessionTable
  audit: AuditTable
  audit_subjects: AuditSubjectTable
  kit_bindings: KitBindingTable
  kit_binding_versions: KitBindingVersionTable
  kit_applications: KitApplicationTable
  kit_application_uses: KitApplicationUseTable
  kit_users: KitUserTable
  kit_departments: KitDepartmentTable
  alarms: AlarmTable
  activity_calls: ActivityCallTable
  address_calls: AddressCallTable
  dial_tests: DialTestTable
  failing_purchases: FailingPurchaseTable
  reconciliations: ReconciliationTable
  reconciliation_drifts: DriftTable
  idempotency_keys: IdempotencyTable
  sso_logins: SsoLoginTable
  sso_sessions: SsoSessionTable
  sso_codes: SsoCodeTable
  open_imports: OpenImportTable
  secret_key_check: SecretKeyCheckTable
}

export interface OpenImportTable {
  site: string
  kind: Kind
  opened_at: Date
}

export interface SecretKeyCheckTable {
  only_row: Generated<boolean>
  fingerprint: string
}
