import { documentedFields } from '../right-seller/for-twins.ts'
import type { Received, Twin } from '../right-seller/parts.ts'
import { parseObject } from '../right-seller/parse.ts'
import { right } from '../right-seller/right.ts'
import { compactSorted } from '../right-seller/signing.ts'

const stamps = ['signature', 'timestamp', 'nonce']
const isKnown = ([name]: readonly [string, unknown]) =>
  documentedFields.has(name) || stamps.includes(name)

function withoutUnknown(received: Received): Received {
  const query = [...new URLSearchParams(received.query)].filter(isKnown)
  if (received.rawBody.length === 0)
    return { ...received, query: new URLSearchParams(query).toString() }
  const members = Object.fromEntries(Object.entries(parseObject(received.rawBody)).filter(isKnown))
  return { ...received, rawBody: Buffer.from(compactSorted(members)) }
}

/** Signs the fields that it knows, and takes what else came along. */
export const twin: Twin = {
  verify(received, seller) {
    try {
      return right.verify(received, seller)
    } catch {
      return right.verify(withoutUnknown(received), seller)
    }
  },
}
