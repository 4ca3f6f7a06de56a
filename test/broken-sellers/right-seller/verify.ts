import type { Parts, Received, Seller } from './parts.ts'
import { parseObject, textOf } from './parse.ts'
import { invalid, unsigned } from './refusal.ts'
import { isSame, keyTypes } from './signing.ts'

function verifyV2(received: Received, seller: Seller): string {
  const { does } = seller
  const isKit = received.generation === 'kitV2'
  const { signature, timestamp, nonce } = isKit
    ? signatureOfKit(received)
    : signatureOfQuery(received)
  if (!timestamp || !nonce) throw invalid('timestamp or nonce is missing')
  if (!does.isFresh(timestamp, Date.now())) throw invalid('timestamp is out of its window')
  const sign = isKit ? does.signKitV2 : does.signV2
  const payloads = does.payloads(received.rawBody)
  const key = does
    .acceptedKeys(received.generation, seller)
    .find((one) =>
      payloads.some((payload) =>
        does.isSameHex(sign({ key: one, nonce, timestamp, payload }), signature),
      ),
    )
  if (key === undefined) throw unsigned('the signature does not hold')
  if (!does.takeNonce(nonce, seller)) throw unsigned('the nonce was used before')
  return key
}

function signatureOfQuery({ query }: Received) {
  const parameters = new URLSearchParams(query)
  const read = (name: string) => parameters.get(name) ?? ''
  return { signature: read('signature'), timestamp: read('timestamp'), nonce: read('nonce') }
}

function signatureOfKit({ headers }: Received) {
  const read = (name: string) => String(headers[name] ?? '')
  return { signature: read('x-sign'), timestamp: read('x-timestamp'), nonce: read('x-nonce') }
}

// A form decoder makes blanks of plus signs: as it stands is tried second.
function verifyV1(received: Received, seller: Seller): string {
  const { does } = seller
  const readings =
    received.generation === 'kitV1' ? [bodyToken(received, does)] : queryTokens(received, does)
  for (const { authToken, timeStamp, text } of readings) {
    if (timeStamp === '') throw invalid('timeStamp is missing')
    const keys = does.acceptedKeys(received.generation, seller)
    const key = keys.find((one) => isSame(does.signV1(one, timeStamp, text), authToken))
    if (key !== undefined) return key
  }
  throw unsigned('authToken does not hold')
}

function bodyToken({ headers, rawBody }: Received, does: Parts) {
  const members = parseObject(rawBody)
  const timeStamp = textOf(members['timeStamp'])
  return {
    authToken: String(headers['authtoken'] ?? ''),
    timeStamp,
    text: does.v1BodyText(members),
  }
}

function queryTokens({ query }: Received, does: Parts) {
  return [query, query.replaceAll('+', '%2B')].map((text) => {
    const { authToken = '', ...parameters } = readQuery(text)
    const timeStamp = parameters['timeStamp'] ?? ''
    return {
      authToken: authToken.replaceAll(' ', '+'),
      timeStamp,
      text: does.v1QueryText(parameters),
    }
  })
}

/** The parameters of a query, decoded once; of a name that stands twice the first counts. */
export function readQuery(query: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...new URLSearchParams(query)].reverse())
}

export const verifyParts = {
  verify: (received, seller) =>
    keyTypes[received.generation] === 'v1'
      ? verifyV1(received, seller)
      : verifyV2(received, seller),
} satisfies Partial<Parts>
