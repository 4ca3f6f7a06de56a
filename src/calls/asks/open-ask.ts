import { newId } from '../../db/new-id.ts'
import { type Ask, type AskKind, type NewAsk, newAsk } from '../../domain/ask/ask.ts'
import type { Instance, InstanceFamily } from '../../domain/instance/instance.ts'
import { provision as provisionByBuiltInWay } from '../../ports/provisioning.ts'
import type { Call } from '../call.ts'
import type { Services } from '../services.ts'

/**
 * Whether the seller's product is asked: where the address provisions by webhook, and never of a test
 * call, since the dial test must pass whatever the product does.
 */
export function isAsked(
  { test, address }: Pick<Call<unknown>, 'test' | 'address'>,
  { postSigned, provision }: Services,
): boolean {
  const { provisioning, webhook } = address.product
  const isWebhook = provisioning === 'webhook' && webhook !== undefined
  return !test && isWebhook && postSigned !== undefined && provision === provisionByBuiltInWay
}

const hourMs = 60 * 60_000
/** The longest that the store waits for what is asked. */
export const longestDeadlineMs = 3 * hourMs

// For how long the store calls again before it gives the order up (seller.yaml, x-retry); License 1.0 is
// delivered by hand after that, and a change was answered with success.
const deadlinesMs: Readonly<Record<InstanceFamily, number | null>> = {
  'saas-v2': longestDeadlineMs,
  'saas-v1': longestDeadlineMs,
  'license-a': 2 * hourMs,
  'license-b': null,
}

/** What an ask is opened with. */
export interface OpenAsk extends Pick<NewAsk, 'kind' | 'subject' | 'version'> {
  readonly order?: Pick<Ask, 'orderId' | 'orderLineId'>
  readonly change?: NewAsk['change']
  /** An order query follows that tells what was bought. */
  readonly waitsForOrder: boolean
  /** The call that makes it asks by itself. */
  readonly isOwn: boolean
}

/** An ask about an instance. */
export function openAsk(
  instance: Instance,
  { order = instance, isOwn, change, ...ask }: OpenAsk,
  { limits, now }: Services,
): Ask {
  const { instanceId, site, family } = instance
  const { orderId, orderLineId } = order
  return newAsk(
    {
      ...ask,
      id: newId(),
      ...{ instanceId, site, orderId, orderLineId },
      deadlineMs: deadlineMsOf(ask.kind, family),
      // Until it is claimed anew: the order is read in this time.
      leaseMs: isOwn ? limits.orderInCallMs + limits.queryWithinMs : 0,
      ...(change && { change }),
    },
    now(),
  )
}

function deadlineMsOf(kind: AskKind, family: InstanceFamily): number | null {
  return kind === 'apply-change' ? null : deadlinesMs[family]
}

/** Whether somebody is to read orders of a site at all: without, what was bought stays unknown. */
export function isOrderToCome(
  { isQueried }: { readonly isQueried: boolean },
  { site }: Pick<Instance, 'site'>,
  { stores }: { readonly stores: Pick<Services['stores'], 'of'> },
): boolean {
  return isQueried && stores.of(site) !== undefined
}
