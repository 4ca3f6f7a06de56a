import { describe, expect, test } from 'vitest'
import { examined, expectAllMade, expectFound, explained, idsFor, named } from './expect-found.ts'
import { base64, utf8 } from './forge.ts'
import {
  bodySlips,
  charsetSlips,
  digestSlips,
  keySlips,
  markedBody,
  oddKeySlips,
  sentBody,
  writtenSlips,
} from './slips.ts'
import {
  type Rule,
  type StampedSlips,
  itself,
  keyedText,
  payloadSlips,
  sentStamp,
  signatureOf,
  stampSlips,
  usageText,
  webhookText,
  withOddDigest,
} from './stamped.ts'

const head = (lines: readonly string[]) =>
  ['POST /a HTTP/1.1', 'Host: shop.example.com', ...lines].join('\r\n')
const secretBytes = (key: string) => Buffer.from(key.replace('whsec_', ''), 'base64')
const ofTable = (ids: readonly string[], table: Readonly<Record<string, StampedSlips>>) =>
  Object.fromEntries(ids.map((id) => [id, table[id] ?? {}]))

const usageSlips: Record<string, StampedSlips> = {
  'nonce-and-timestamp-swapped': {
    text: ({ nonce, timestamp, payload }) => [
      'ts=',
      nonce,
      '&nonce=',
      timestamp,
      '&body=',
      payload,
    ],
  },
  'order-nonce-ts': {
    text: ({ nonce, timestamp, payload }) => [
      'nonce=',
      nonce,
      '&ts=',
      timestamp,
      '&body=',
      payload,
    ],
  },
  'order-by-name': {
    text: ({ nonce, timestamp, payload }) => [
      'body=',
      payload,
      '&nonce=',
      nonce,
      '&ts=',
      timestamp,
    ],
  },
  'names-left-out': { text: ({ nonce, timestamp, payload }) => [timestamp, nonce, payload] },
  'names-left-out-ampersand': {
    text: ({ nonce, timestamp, payload }) => [timestamp, '&', nonce, '&', payload],
  },
  'name-timestamp': {
    text: ({ nonce, timestamp, payload }) => [
      'timestamp=',
      timestamp,
      '&nonce=',
      nonce,
      '&body=',
      payload,
    ],
  },
  'name-body-left-out': {
    text: ({ nonce, timestamp, payload }) => ['ts=', timestamp, '&nonce=', nonce, '&', payload],
  },
  'no-body-in-text': { text: ({ nonce, timestamp }) => ['ts=', timestamp, '&nonce=', nonce] },
  'body-alone': { text: ({ payload }) => [payload] },
  'joined-by-line-feed': {
    text: ({ nonce, timestamp, payload }) => [
      'ts=',
      timestamp,
      '\nnonce=',
      nonce,
      '\nbody=',
      payload,
    ],
  },
  'key-in-text': {
    text: ({ key, nonce, timestamp, payload }) => [
      'ts=',
      timestamp,
      '&nonce=',
      nonce,
      '&body=',
      payload,
      '&key=',
      key,
    ],
  },
  'rule-of-v2': { text: keyedText },
  'rule-of-webhook': { text: webhookText },
}

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const webhookSlips: Record<string, StampedSlips> = {
  'secret-as-text': { keyBytes: utf8(secret) },
  'secret-not-decoded': { keyBytes: utf8('MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw') },
  'version-left-out': { write: base64 },
  'nonce-and-timestamp-swapped': {
    text: ({ nonce, timestamp, payload }) => [timestamp, '.', nonce, '.', payload],
  },
  'order-timestamp-id': {
    text: ({ nonce, timestamp, payload }) => [timestamp, '.', nonce, '.', payload],
  },
  'no-id-in-text': { text: ({ timestamp, payload }) => [timestamp, '.', payload] },
  'no-timestamp-in-text': { text: ({ nonce, payload }) => [nonce, '.', payload] },
  'dots-left-out': { text: ({ nonce, timestamp, payload }) => [nonce, timestamp, payload] },
  'no-body-in-text': { text: ({ nonce, timestamp }) => [nonce, '.', timestamp] },
  'body-alone': { text: ({ payload }) => [payload] },
  'rule-of-v2': { text: keyedText },
  'rule-of-usage': { text: usageText },
}

/** The two signatures without the key in their text. */
const kinds = {
  usage: {
    rule: { key: 'Abc-+1f', ...sentStamp, payload: itself, text: usageText, write: base64 },
    message: (signature: string, { timestamp, nonce }: Rule, body: string) =>
      `${head([`ts: ${timestamp}`, `nonce: ${nonce}`, `signature: ${signature}`])}\r\n\r\n${body}`,
    own: usageSlips,
    skipped: [],
  },
  webhook: {
    rule: {
      ...{ ...sentStamp, timestamp: '1680508066', key: secret, keyBytes: secretBytes },
      ...{ payload: itself, text: webhookText, write: (digest: Buffer) => `v1,${base64(digest)}` },
    },
    message: (signature: string, { timestamp, nonce }: Rule, body: string) =>
      `${head([`webhook-id: ${nonce}`, `webhook-timestamp: ${timestamp}`, `webhook-signature: ${signature}`])}\r\n\r\n${body}`,
    own: webhookSlips,
    // Of the secret's prefix nothing is left to spoil by these.
    skipped: ['key-no-hyphens', 'key-percent-decoded'],
  },
} as const

describe.each(['usage', 'webhook'] as const)('in %s', (scheme) => {
  const { message, own, skipped } = kinds[scheme]
  const rule: Rule = kinds[scheme].rule
  const isWebhook = scheme === 'webhook'
  const odd = withOddDigest(rule)
  const ofBody = Object.fromEntries(Object.entries(bodySlips).map(([id, body]) => [id, { body }]))
  const keys = keySlips(rule.key)
  const plainKeys = isWebhook
    ? ofTable(['key-upper-case', 'key-lower-case', 'key-empty', 'key-hashed', 'key-utf-16'], keys)
    : keys
  const times = isWebhook
    ? ofTable(
        Object.keys(stampSlips).filter(
          (id) => !/^timestamp-(seconds|rounded|decimal|iso|digits)$/.test(id),
        ),
        stampSlips,
      )
    : stampSlips
  const slips: Record<string, StampedSlips> = {
    ...plainKeys,
    ...digestSlips,
    ...charsetSlips,
    ...ofBody,
    ...times,
    ...ofTable(['inner-made', 'inner-plain', 'body-in-hex'], payloadSlips),
    ...own,
    ...(isWebhook ? { 'timestamp-milliseconds': { timestamp: '1680508066000' } } : {}),
  }
  const versioned = (write: (digest: Buffer) => string) => (digest: Buffer) =>
    `${isWebhook ? 'v1,' : ''}${write(digest)}`
  const right = message(signatureOf(rule, {}), rule, sentBody)
  const seen = examined(scheme, right, rule.key)

  test('a right signature is right', () => {
    expect(explained(right, named(rule.key)).verdict).toEqual({ kind: 'right' })
  })

  test.each(Object.keys(slips))('%s is found', (id) => {
    const signature = signatureOf(rule, slips[id] ?? {})
    expectFound(id, signature, seen.judge(signature))
  })

  const written = writtenSlips('base64')
  const seenOdd = examined(scheme, message('', odd, sentBody), rule.key)
  test.each(Object.keys(written))('%s is found', (id) => {
    const signature = signatureOf(odd, { write: versioned(written[id]?.write ?? base64) })
    expectFound(id, signature, seenOdd.judge(signature))
  })

  test('body-no-byte-order-mark is found', () => {
    const { id, sent, signed } = markedBody
    const signature = signatureOf(rule, { body: signed })
    expectFound(id, signature, explained(message(signature, rule, sent), named(rule.key)).verdict)
  })

  test('there are more than a hundred mistakes, and each of them is made here or with V2', () => {
    expectAllMade(idsFor(scheme, right), [
      ...[slips, written, keys, oddKeySlips, stampSlips].flatMap((table) => Object.keys(table)),
      ...['timestamp-milliseconds', 'body-no-byte-order-mark', ...skipped],
    ])
  })
})

test('a usage body whose members are not sorted is noted', () => {
  const { rule, message } = kinds.usage
  const notes = (body: string) =>
    explained(message(signatureOf(rule, { body }), rule, body), named(rule.key)).notes.map(
      ({ en }) => en,
    )
  expect(notes('{"b":[{"d":1,"c":2}]}').join()).toContain('not sorted')
  expect(notes('{"b":[{"c":2,"d":1}]}')).toEqual([])
})

test('a webhook with the signatures of two secrets is right by either', () => {
  const { rule, message } = kinds.webhook
  const other = `whsec_${Buffer.from('another secret of 24 bytes').toString('base64')}`
  const both = [signatureOf(rule, {}), signatureOf({ ...rule, key: other }, {})].join(' ')
  for (const key of [secret, other]) {
    expect(explained(message(both, rule, sentBody), named(key)).verdict.kind).toBe('right')
  }
})
