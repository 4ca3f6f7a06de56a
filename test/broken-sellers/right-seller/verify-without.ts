import { firstKey, lenient, signatureIn } from './for-twins.ts'
import type { Parts } from './parts.ts'

/** Verifies a call of V2 that lacks a part of its stamp as if that were empty. */
export function verifyWithout(part: 'timestamp' | 'nonce'): Pick<Parts, 'verify'> {
  return lenient((received, seller) => {
    const { generation, query, headers, rawBody } = received
    const isKit = generation === 'kitV2'
    const parameters = new URLSearchParams(query)
    const read = (name: string) =>
      isKit ? headers[`x-${name}`]?.toString() : (parameters.get(name) ?? undefined)
    if (read(part) !== undefined) return false
    const key = firstKey(received, seller)
    const [timestamp = '', nonce = ''] = [read('timestamp'), read('nonce')]
    const sign = isKit ? seller.does.signKitV2 : seller.does.signV2
    const expected = sign({ key, timestamp, nonce, payload: rawBody })
    return seller.does.isSameHex(expected, signatureIn(received) ?? '')
  })
}
