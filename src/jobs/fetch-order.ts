import { z } from 'zod'
import { isRead, readOrder, saveFailure } from '../calls/read-order.ts'
import type { FetchOrder } from '../calls/handler.ts'
import type { Services } from '../calls/services.ts'
import { fetchOrderQueue } from '../db/job/jobs.ts'
import { defaultSite } from '../domain/scope.ts'
import type { StoreClient } from '../store-api/store-client.ts'
import { type Job, defineJob } from './define-job.ts'
import { clientOf, isAsked, retryLater } from './ask-store.ts'

const FetchOrderData = z.object({
  // Jobs of the version before name none.
  site: z.string().default(defaultSite),
  address: z.string(),
  test: z.boolean(),
  orderId: z.string(),
  orderLineId: z.string(),
  instanceId: z.string().nullable(),
  callNamedProduct: z.boolean().default(false),
  readInCall: z.boolean().default(false),
}) satisfies z.ZodType<FetchOrder>

/** The job that fetches an order; the stores are asked for six of them at once at most. */
export function fetchOrderJob(services: Services): Job {
  return defineJob({
    name: fetchOrderQueue,
    schema: FetchOrderData,
    atOnce: 3,
    run: async (job, signal) => fetchOrder(job, clientOf(job.site, services), services, signal),
  })
}

/**
 * Reads an order and keeps what became of it. May run any number of times for one order. Throws
 * RetryLaterError when a later attempt may succeed; what can never succeed is kept as refused, with
 * the store's code.
 */
export async function fetchOrder(
  job: FetchOrder,
  store: StoreClient,
  services: Services,
  signal?: AbortSignal,
): Promise<void> {
  if (job.readInCall === true && (await isRead(job, services))) return
  const failure = await readOrder(job, store, services, signal)
  if (failure === undefined) return
  if (isAsked(failure)) await saveFailure(job, failure, services)
  if (failure.kind !== 'refused') throw retryLater(failure)
}
