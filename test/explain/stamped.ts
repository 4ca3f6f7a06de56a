// V2, kit V2, usage and webhooks, signed by hand.
import { base64, hashOf, hex, sha256, type Slips, utf8 } from './forge.ts'
import { isTellingDigest, sentBody, type SlipTable } from './slips.ts'

/** The pieces of a text to sign. */
export interface Pieces {
  readonly key: string
  readonly nonce: string
  readonly timestamp: string
  readonly payload: string | Buffer
}

export interface StampedSlips extends Slips {
  readonly nonce?: string
  readonly timestamp?: string
  /** What stands for the body in the text. */
  readonly payload?: (body: Buffer, hmac: (message: Buffer) => Buffer) => string | Buffer
  readonly text?: (pieces: Pieces) => readonly (string | Buffer)[]
}

/** How one of the four signs, and what is sent along. */
export interface Rule extends Required<Pick<StampedSlips, 'payload' | 'text' | 'write'>> {
  readonly key: string
  readonly nonce: string
  readonly timestamp: string
  readonly keyBytes?: (key: string) => Buffer
}

/** The signature of the sent body by a rule, with what the signer did otherwise. */
export function signatureOf(rule: Rule, slips: StampedSlips): string {
  const {
    key,
    nonce,
    timestamp,
    payload,
    text,
    write,
    encode = utf8,
    mac = sha256,
  } = { ...rule, ...slips }
  const hmacKey = slips.keyBytes ?? (rule.keyBytes ?? utf8)(key)
  const body = slips.body ?? sentBody
  // A text that is a body stays a text, so that all of it is encoded at once.
  const stands = payload(encode(body), (message) => mac(hmacKey, message))
  const isBody = Buffer.isBuffer(stands) && stands.equals(encode(body))
  const pieces = text({ key, nonce, timestamp, payload: isBody ? body : stands })
  const isText = pieces.every((piece) => typeof piece === 'string')
  const whole = isText
    ? encode(pieces.join(''))
    : Buffer.concat(pieces.map((piece) => Buffer.from(piece)))
  return write(mac(hmacKey, whole))
}

export const keyedText: Rule['text'] = ({ key, nonce, timestamp, payload }) => [
  key,
  nonce,
  timestamp,
  payload,
]
export const usageText: Rule['text'] = ({ nonce, timestamp, payload }) => [
  'ts=',
  timestamp,
  '&nonce=',
  nonce,
  '&body=',
  payload,
]
export const webhookText: Rule['text'] = ({ nonce, timestamp, payload }) => [
  nonce,
  '.',
  timestamp,
  '.',
  payload,
]
export const itself: Rule['payload'] = (body) => body
export const innerHmac: Rule['payload'] = (body, hmac) => hex(hmac(body))

/** Slips with a time of 13 digits and a nonce. */
export const stampSlips: SlipTable<StampedSlips> = {
  'timestamp-seconds': { timestamp: '1680508066' },
  'timestamp-rounded': { timestamp: '1680508066000' },
  'timestamp-decimal': { timestamp: '1680508066.61' },
  'timestamp-iso': { timestamp: '2023-04-03T07:47:46.610Z' },
  'timestamp-digits': { timestamp: '20230403074746610' },
  'timestamp-empty': { timestamp: '' },
  'timestamp-undefined': { timestamp: 'undefined' },
  'timestamp-null': { timestamp: 'null' },
  'nonce-empty': { nonce: '' },
  'nonce-undefined': { nonce: 'undefined' },
  'nonce-null': { nonce: 'null' },
  'nonce-lower-case': { nonce: 'a-b+c/50d8' },
  'nonce-upper-case': { nonce: 'A-B+C/50D8' },
  'nonce-no-hyphens': { nonce: 'aB+c/50D8' },
  'nonce-not-decoded': { nonce: 'a-B%2Bc%2F50D8' },
  'nonce-decoded-twice': { nonce: 'a-B c/50D8' },
}
/** What is sent. */
export const sentStamp = { timestamp: '1680508066610', nonce: 'a-B+c/50D8' } as const

const between =
  (mark: string): Rule['text'] =>
  ({ key, nonce, timestamp, payload }) => [
    `${key}${mark}${nonce}${mark}${timestamp}${mark}`,
    payload,
  ]

/** Slips with the text key, nonce, timestamp, payload. */
export const keyedSlips: SlipTable<StampedSlips> = {
  'order-timestamp-nonce': {
    text: ({ key, nonce, timestamp, payload }) => [key, timestamp, nonce, payload],
  },
  'order-key-behind': {
    text: ({ key, nonce, timestamp, payload }) => [nonce, timestamp, payload, key],
  },
  'order-body-first': {
    text: ({ key, nonce, timestamp, payload }) => [payload, key, nonce, timestamp],
  },
  'order-body-behind-key': {
    text: ({ key, nonce, timestamp, payload }) => [key, payload, nonce, timestamp],
  },
  'order-by-value': { text: (pieces) => Object.values(pieces).map(String).sort() },
  'no-key-in-text': { text: ({ nonce, timestamp, payload }) => [nonce, timestamp, payload] },
  'no-body-in-text': { text: ({ key, nonce, timestamp }) => [key, nonce, timestamp] },
  'body-alone': { text: ({ payload }) => [payload] },
  'joined-by-ampersand': { text: between('&') },
  'joined-by-line-feed': { text: between('\n') },
  'joined-by-comma': { text: between(',') },
  'joined-by-blank': { text: between(' ') },
  'joined-by-plus': { text: between('+') },
}

/** Slips with what stands for the body. */
export const payloadSlips = {
  'inner-missing': { payload: itself },
  'inner-made': { payload: innerHmac },
  'inner-plain': { payload: (body) => hex(hashOf('sha256', body)) },
  'inner-upper-case': { payload: (body, hmac) => hex(hmac(body)).toUpperCase() },
  'inner-base64': { payload: (body, hmac) => base64(hmac(body)) },
  'inner-bytes': { payload: (body, hmac) => hmac(body) },
  'body-in-hex': { payload: hex },
} as const satisfies SlipTable<StampedSlips>

/** A rule whose right signature has what the slips of writing need: a zero first, + and /. */
export function withOddDigest(rule: Rule): Rule {
  for (let at = 0; ; at++) {
    const salted = { ...rule, nonce: `${rule.nonce}-${at}` }
    const bytes = Buffer.from(signatureOf(salted, { write: base64 }), 'base64')
    if (isTellingDigest(bytes)) return salted
  }
}
