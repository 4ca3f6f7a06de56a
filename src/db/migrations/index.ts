import { schema } from './0001-schema.ts'
import { access } from './0002-access.ts'
import { alarms } from './0002-alarms.ts'
import { behindViews } from './0002-behind-views.ts'
import { conventions } from './0002-conventions.ts'
import { imports } from './0002-imports.ts'
import { orders } from './0002-orders.ts'
import { sale } from './0002-sale.ts'
import { asks } from './0003-asks.ts'
import { events } from './0003-events.ts'
import { webhooks } from './0003-webhooks.ts'
import { usage } from './0004-usage.ts'
import { standing } from './0003-standing.ts'
import { credential } from './0004-credential.ts'
import { licenseCodes } from './0004-license-codes.ts'
import { supervision } from './0004-supervision.ts'
import { outboundCalls } from './0004-outbound-calls.ts'
import { topicOrder } from './0004-topic-order.ts'
import { webhooksPast } from './0004-webhooks.ts'
import { sso } from './0004-sso.ts'
import { reconciliation } from './0004-reconciliation.ts'
import { sessions } from './0005-sessions.ts'
import { activityCalls } from './0005-activity-calls.ts'
import { messageReruns } from './0005-message-reruns.ts'
import { messageKeys } from './0006-message-keys.ts'

/** Migrations by name, each a list of statements. */
export type Migrations = Readonly<Record<string, readonly string[]>>

/**
 * Every migration; they run in the order of their names, each once, all of them in one transaction,
 * while the replicas of the version before go on. So a change here takes no lock on a big table for
 * longer than a moment, and waits for none at length (lock-shortly.ts): a column is added without a
 * computed default. What has to visit every row is
 * done in batches by the running service, and an index on a big table is made concurrently, outside
 * of here (../list-indexes.ts). Migrations that were released are never edited: add the next one.
 */
export function migrationsOf({ partitioned }: { readonly partitioned: boolean }): Migrations {
  return {
    '0001-schema': schema(partitioned),
    '0002-access': access(partitioned),
    '0002-alarms': alarms,
    '0002-behind-views': behindViews,
    '0002-conventions': conventions,
    '0002-imports': imports,
    '0002-orders': orders,
    '0002-sale': sale,
    '0003-asks': asks,
    '0003-events': events,
    '0003-webhooks': webhooks,
    '0003-standing': standing,
    '0004-credential': credential,
    '0004-license-codes': licenseCodes,
    '0004-supervision': supervision,
    '0004-outbound-calls': outboundCalls(partitioned),
    '0004-topic-order': topicOrder,
    '0004-webhooks': webhooksPast,
    '0004-usage': usage(partitioned),
    '0004-sso': sso,
    '0004-reconciliation': reconciliation,
    '0005-sessions': sessions,
    '0005-activity-calls': activityCalls,
    '0005-message-reruns': messageReruns,
    '0006-message-keys': messageKeys,
  }
}

/** Those of a server. */
export const migrations: Migrations = migrationsOf({ partitioned: true })
