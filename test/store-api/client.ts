import { onTestFinished } from 'vitest'
import { noSpan } from '../../src/span.ts'
import {
  type StoreClientOptions,
  createStoreClient,
} from '../../src/store-api/create-store-client.ts'
import type { StoreClient, StoreResult } from '../../src/store-api/store-client.ts'
import type { StoreAnswers } from '../../src/store-api/store-operations.ts'

export const credentials = { accessKey: 'AccessKey', secretKey: 'SecretKey' }

/** The client of a site whose hosts are these, closed after the test. */
export function clientAt(
  hosts: readonly URL[],
  options: Partial<StoreClientOptions> = {},
): StoreClient {
  const client = createStoreClient({
    site: 'china',
    hosts,
    ...credentials,
    usageLimit: 1_000,
    callsPerSecond: undefined,
    timeoutMs: 5_000,
    circuit: { failures: 5, firstProbeMs: 60_000, longestProbeMs: 600_000 },
    now: () => new Date(),
    span: noSpan,
    onAttempt: () => undefined,
    onStanding: () => undefined,
    ...options,
  })
  onTestFinished(() => client.close())
  return client
}

/** Asks for an order. */
export function queryOrder(
  hosts: readonly URL[],
  options: Partial<StoreClientOptions> = {},
): Promise<StoreResult<StoreAnswers['queryOrder']>> {
  const query = { orderId: 'CS1', orderLineId: 'CS1-000001' }
  return clientAt(hosts, options).call('queryOrder', { query })
}
