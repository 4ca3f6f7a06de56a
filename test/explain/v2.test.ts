import { describe, expect, test } from 'vitest'
import {
  examined,
  expectAllMade,
  expectFound,
  explained,
  foundIn,
  idsFor,
  named,
  testKey,
} from './expect-found.ts'
import { hex } from './forge.ts'
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
  innerHmac,
  itself,
  keyedSlips,
  keyedText,
  payloadSlips,
  sentStamp,
  signatureOf,
  stampSlips,
  usageText,
  webhookText,
  withOddDigest,
} from './stamped.ts'

const key = testKey

/** The two signatures with the key, nonce and timestamp in the text. */
const kinds = {
  v2: {
    rule: { key, ...sentStamp, payload: innerHmac, text: keyedText, write: hex },
    message: (signature: string, { timestamp, nonce }: Rule, body: string) =>
      `POST /main/saas?signature=${encodeURIComponent(signature)}&timestamp=${timestamp}&nonce=${encodeURIComponent(nonce)} HTTP/1.1\r\nHost: shop.example.com\r\nContent-Type: application/json;charset=utf8\r\n\r\n${body}`,
    own: ['inner-missing', 'inner-plain', 'inner-upper-case', 'inner-base64', 'inner-bytes'],
  },
  'kit-v2': {
    rule: { key, ...sentStamp, payload: itself, text: keyedText, write: hex },
    message: (signature: string, { timestamp, nonce }: Rule, body: string) =>
      `POST /main/saas/produceAPI/v2/tenantSync HTTP/1.1\r\nHost: shop.example.com\r\nx-sign: ${signature}\r\nx-timestamp: ${timestamp}\r\nx-nonce: ${nonce}\r\n\r\n${body}`,
    own: ['inner-made', 'inner-plain', 'body-in-hex'],
  },
} as const

// What the store itself signs is accepted, and no mistake.
const accepted = 'body-sorted-nulls-left-out'

describe.each(Object.keys(kinds) as (keyof typeof kinds)[])('in %s', (scheme) => {
  const { rule, message, own } = kinds[scheme]
  const odd = withOddDigest(rule)
  const ofBody = Object.fromEntries(
    Object.entries(bodySlips).map(([id, body]) => [id, { body }] as const),
  )
  const slips: Record<string, StampedSlips> = {
    ...keySlips(key),
    ...digestSlips,
    ...charsetSlips,
    ...ofBody,
    ...stampSlips,
    ...keyedSlips,
    ...Object.fromEntries(
      Object.entries(payloadSlips).filter(([id]) => own.some((one) => one === id)),
    ),
    'rule-of-usage': { text: usageText },
    'rule-of-webhook': { text: webhookText },
  }
  const written = writtenSlips('hex')
  const right = message(signatureOf(rule, {}), rule, sentBody)

  test('a right signature is right, in either case of its digits', () => {
    expect(explained(right, named(key)).verdict).toEqual({ kind: 'right' })
    const upper = message(signatureOf(rule, {}).toUpperCase(), rule, sentBody)
    expect(explained(upper, named(key)).verdict).toEqual({ kind: 'right' })
  })

  test('a signature of the sorted compact form is right, and it is said so', () => {
    const signed = message(signatureOf(rule, { body: bodySlips[accepted] ?? '' }), rule, sentBody)
    const { verdict } = explained(signed, named(key))
    expect(verdict.kind).toBe('right')
    expect(verdict.kind === 'right' && verdict.text?.en).toContain('sorted by name, null left out')
  })

  const seen = examined(scheme, right, key)
  test.each(Object.keys(slips).filter((id) => id !== accepted))('%s is found', (id) => {
    const signature = signatureOf(rule, slips[id] ?? {})
    expectFound(id, signature, seen.judge(signature))
  })

  const seenOdd = examined(scheme, message('', odd, sentBody), key)
  test.each(Object.keys(written))('%s is found', (id) => {
    const signature = signatureOf(odd, written[id] ?? {})
    expectFound(id, signature, seenOdd.judge(signature))
  })

  test.each(Object.keys(oddKeySlips))('%s is found', (id) => {
    const { given = '', ...slip } = oddKeySlips[id] ?? {}
    const signature = signatureOf({ ...rule, key: given }, slip)
    const { verdict } = explained(message(signature, rule, sentBody), named(given))
    expectFound(id, signature, verdict)
  })

  test('timestamp-milliseconds and body-no-byte-order-mark are found', () => {
    const seconds = { ...rule, timestamp: '1680508066' }
    const signature = signatureOf(seconds, { timestamp: '1680508066000' })
    const { verdict, notes } = explained(message(signature, seconds, sentBody), named(key))
    expectFound('timestamp-milliseconds', signature, verdict)
    expect(notes[0]?.en).toContain('10 digits: seconds')
    const { id, sent, signed } = markedBody
    const ofMarked = signatureOf(rule, { body: signed })
    expectFound(id, ofMarked, explained(message(ofMarked, rule, sent), named(key)).verdict)
  })

  test('the key of another interface type is found by its name, and a value that was cut short', () => {
    const other = { name: 'the kit', key: 'other-key' }
    const signed = message(signatureOf(rule, { key: 'other-key' }), rule, sentBody)
    const { verdict } = explained(signed, named(key), named('third'), other)
    const [finding] = verdict.kind === 'mistaken' ? verdict.search.findings : []
    expect(finding?.mistakes[0]?.text.en).toContain('the kit')
    const cut = message(signatureOf(rule, {}).slice(0, 32), rule, sentBody)
    expect(foundIn(explained(cut, named(key)).verdict)).toEqual([['cut-short']])
  })

  test('there are more than a hundred mistakes, and each of them is made here', () => {
    expectAllMade(idsFor(scheme, right), [
      ...[slips, written, oddKeySlips].flatMap((table) => Object.keys(table)),
      ...['timestamp-milliseconds', 'body-no-byte-order-mark'],
    ])
  })
})
