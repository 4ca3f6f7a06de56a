import type { AnyCall } from './calls.ts'
import { endpointOf } from './endpoints.ts'

/**
 * Where a call goes below a production address (生产地址) as the seller pasted it into the console: the
 * store appends `/produceAPI/...` and the activity in the kit, and nothing elsewhere.
 */
export function urlBelow(
  address: URL,
  { generation, activity }: Pick<AnyCall, 'generation' | 'activity'>,
): URL {
  const { below } = endpointOf(generation)
  if (below === undefined) return address
  return new URL([address.href.replace(/\/$/, ''), below, activity].join('/'))
}
