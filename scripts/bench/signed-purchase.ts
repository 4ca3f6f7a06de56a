import { createHmac, randomBytes, randomUUID } from 'node:crypto'

/** The ids of an order that was bought. */
export interface Order {
  readonly orderId: string
  readonly orderLineId: string
}

/** An order that nobody bought before. */
export function newOrder(): Order {
  const orderId = `CS${randomBytes(8).toString('hex')}`
  return { orderId, orderLineId: `${orderId}-000001` }
}

/** The body of a purchase; the store sends another businessId each time, in a repeat too. */
export function purchaseOf(order: Order) {
  return { activity: 'newInstance', businessId: randomUUID(), ...order }
}

/**
 * A call with the V2 query signature, made anew each time. By hand and apart from the service, which
 * could otherwise be wrong in the same way.
 */
export function signedCall(
  path: string,
  key: string,
  members: Readonly<Record<string, unknown>>,
  now = Date.now(),
) {
  const body = JSON.stringify(members)
  const timestamp = String(now)
  const nonce = randomBytes(16).toString('hex')
  const signature = hmac(key, key + nonce + timestamp + hmac(key, body))
  return {
    method: 'POST',
    path: `${path}?signature=${signature}&timestamp=${timestamp}&nonce=${nonce}`,
    headers: { 'content-type': 'application/json;charset=utf8' },
    body,
  } as const
}

function hmac(key: string, message: string): string {
  return createHmac('sha256', key).update(message).digest('hex')
}
