import type { Request } from 'express'
import type { ReceivedCall, VerifiedCall } from '../../calls/call.ts'
import type { SellerOperation } from '../../contract/index.ts'
import { findV1Query } from '../../crypto/v1-auth-token.ts'
import type { Address } from '../../domain/address.ts'
import { interfaceOf } from '../../interfaces.ts'
import type { StoredCall } from '../../calls/rerun/stored-call.ts'
import { splitTarget } from '../split-target.ts'
import { parseBody, parseQuery, storableParameters } from './parsed-body.ts'

/** Where a call came in. */
interface MatchedRoute {
  readonly address: Address
  readonly operation: SellerOperation
}

/** Takes over a request whose head was read. */
export function openCall(
  { headers, originalUrl }: Pick<Request, 'headers' | 'originalUrl'>,
  { address, operation }: MatchedRoute,
  receivedAt: Date,
): ReceivedCall {
  const [, query] = splitTarget(originalUrl)
  const saysAllInQuery = interfaceOf(operation).method === 'get'
  const rawBody = Buffer.from(saysAllInQuery ? query : '')
  return { address, operation, headers, query, rawBody, receivedAt }
}

/** A call that was kept, to be run again; signature, timestamp and nonce are not asked. */
export function reopenCall(stored: StoredCall, receivedAt: Date): VerifiedCall {
  const { id, address, operation, rawBody } = stored
  const [current = ''] = address.keys.v1
  const call = { address, operation, headers: {}, query: '', rawBody, receivedAt, rerunOf: id }
  if (interfaceOf(operation).method !== 'get') {
    const body = parseBody(rawBody)
    return { ...call, key: current, parsed: () => body }
  }
  // Its fields were encrypted with the key that verified it.
  const found = findV1Query(rawBody.toString(), address.keys.v1)
  const body = found ? storableParameters(found.parameters) : parseQuery(rawBody)
  return { ...call, key: found?.key ?? current, parsed: () => body }
}
