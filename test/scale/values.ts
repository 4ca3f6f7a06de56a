import { sql } from 'kysely'
import type { Database } from '../../src/db/database.ts'
import { orderResourceId } from '../../src/db/order/order-resource-id.ts'
import { reconciliationId, rerunId } from './seed/accounts.ts'
import { idOf, licenseId, orderId } from './seed/draw.ts'

/** Ids of rows that came about with the data: those that a random id or a time is part of. */
export interface Ids {
  readonly message: string
  readonly outboundCall: string
  readonly alarm: string
  readonly event: string
  readonly owedEvent: string
  readonly attempt: string
  readonly window: string
  readonly lastPosition: number
}

/** Looks them up in a database that was filled. */
export async function readIds(db: Database): Promise<Ids> {
  const { rows } = await sql<Ids>`select
    (select id from messages where instance_id = ${idOf('instance', 7)} limit 1) as message,
    (select id from outbound_calls limit 1) as "outboundCall",
    (select id from alarms limit 1) as alarm,
    (select id from event_feed order by position desc limit 1) as event,
    (select event_id from webhook_deliveries limit 1) as "owedEvent",
    (select id from webhook_attempts limit 1) as attempt,
    (select metering_sn from usage_windows where instance_id = ${idOf('instance', 1)} limit 1) as window,
    (select position from event_feed_state) as "lastPosition"`.execute(db)
  const [ids] = rows
  if (ids === undefined || Object.values(ids).includes(null)) {
    throw new Error(`the database is not filled: ${JSON.stringify(ids)}`)
  }
  return ids
}

const none = 'nothing-has-this'
const dayMs = 86_400_000
const ago = (days: number) => new Date(Date.now() - days * dayMs).toISOString()
/** The first has most of whatever there is. */
const things = (kind: string) => [idOf(kind, 1), idOf(kind, 7), none]
const orderIds = [orderId(1), orderId(7), none]
const orderLines = [1, 7].map((n) =>
  orderResourceId({ site: 'china', testAddress: '', orderId: orderId(n), orderLineId: '1' }),
)

/** What a parameter is asked for, by the name of the operation, or by its own. */
const values: Readonly<Record<string, (ids: Ids) => readonly string[]>> = {
  instanceId: () => things('instance'),
  orderId: () => orderIds,
  tenantId: () => things('tenant'),
  licenseId: () => [licenseId(1), licenseId(7), none],
  externalId: () => ['ext-7', none],
  address: () => ['main', 'partner', none],
  site: () => ['china', 'international', none],
  updatedAfter: () => [ago(0.01), ago(30)],
  since: () => [ago(2), ago(45)],
  from: () => [ago(2), ago(45)],
  to: () => [ago(2), ago(45)],
  until: () => [ago(2), ago(45)],
  activity: () => ['queryInstance', 'expireInstance', none],
  resultCode: () => ['000000', '000005', '000003', none],
  productId: () => ['P-basic', 'P-other', none],
  type: () => ['NEW', 'TRIAL', none],
  chargingMode: () => ['PERIOD', 'ONE_TIME', none],
  eventId: ({ event }) => [event],
  code: () => ['PL0000000000000001', none],
  appId: () => ['app-1', 'app-7', none],
  orgCode: () => ['D1', none],
  userName: () => ['lisi'],
  parentCode: () => ['D1', 'D7', none],
  kind: () => ['order_unknown', 'order_differs', none],
  repair: () => ['read', 'none'],
  operation: () => ['queryOrder', 'queryLicenseCode', 'listOrders', 'deleteToken', none],
  subject: () => [`instance:${idOf('instance', 1)}`, `order:${orderId(1)}`, none],
  key: () => ['order.failed', 'site.away', none],
  topic: () => [`instance:${idOf('instance', 1)}`, `instance:${idOf('instance', 7)}`],
  endpointId: () => ['endpoint-1', 'endpoint-2', none],
  tokenId: () => ['settings', idOf('token', 7), none],
  requestId: () => [idOf('request', 7), none],
  meteringSn: ({ window }) => [window],
  'listEvents type': () => [
    'instance.created',
    'instance.accepted',
    'instance.created,alarm.raised',
  ],
  'listEvents after': ({ lastPosition }) => ['0', String(Math.floor(lastPosition / 2))],
  'listEvents before': ({ lastPosition }) => [
    String(lastPosition + 1),
    String(Math.ceil(lastPosition / 2)),
  ],
  'getUsageDays from': () => [ago(31)],
  'getUsageDays until': () => [ago(0)],
  'findById id': ({ message, event }) => [
    ...[
      idOf('instance', 1),
      orderId(1),
      orderId(7),
      licenseId(7),
      idOf('tenant', 1),
      'B7',
      'event-7',
    ],
    ...[message, event, idOf('request', 7), 'endpoint-1', 'app-1', none],
  ],
  'getOrder id': () => orderLines,
  'getReconciliation id': () => [reconciliationId],
  'listDrifts id': () => [reconciliationId],
  'getMessageRerun id': () => [rerunId],
  'listRerunMessages id': () => [rerunId],
  'getMessage id': ({ message }) => [message],
  'getOutboundCall id': ({ outboundCall }) => [outboundCall],
  'getAlarm id': ({ alarm }) => [alarm],
  'getEvent id': ({ event }) => [event],
  'getWebhookEndpoint id': () => ['endpoint-1'],
  'getWebhookDelivery id': () => ['endpoint-1'],
  'getWebhookDelivery eventId': ({ owedEvent, event }) => [owedEvent, event],
  'listWebhookDeliveries id': () => ['endpoint-1', 'endpoint-2'],
  'getWebhookAttempt id': ({ attempt }) => [attempt],
}

/** The values of a parameter of which the contract has no list; undefined for one that has none here. */
export function namesOf(
  ids: Ids,
  operationId: string,
  name: string,
): readonly string[] | undefined {
  return (values[`${operationId} ${name}`] ?? values[name])?.(ids)
}
