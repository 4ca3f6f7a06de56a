import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readContract } from '../../scripts/site/contract-documents.ts'
import { interfacesOf } from '../../scripts/site/interfaces.ts'
import { knownAnswerOf, wireBody } from '../../scripts/site/samples/known-answer.ts'
import { sampleLanguages } from '../../scripts/site/samples/languages.ts'
import { isForBrowsers, sampleOf } from '../../scripts/site/samples/of-interface.ts'
import { type Moment, type Sample, queryText } from '../../scripts/site/samples/sample.ts'
import { drawn, isLong, scale } from '../harness/scale.ts'
import { type Heard, missingFor, runSample } from './sample-runner.ts'

const contract = readContract('generated')
const interfaces = interfacesOf(contract)
const activities = interfaces.flatMap(({ activity }) => activity ?? [])
const samples = interfaces.flatMap((one) => {
  const sample = sampleOf(one, { document: contract[one.document], activities })
  return sample === undefined ? [] : [[one.id, sample] as const]
})
const kinds = [...Map.groupBy(samples, ([, { proof }]) => proof.kind).values()].flatMap((some) =>
  some.slice(0, 1),
)
// What is compiled first takes seconds.
const languages = sampleLanguages.filter(({ label }) => isLong || !['Java', 'Go'].includes(label))
const programs = (some: typeof samples) =>
  some.flatMap(([id, sample]) =>
    languages.map((language) => [id, language.label, sample, language] as const),
  )

/** The moment that a program drew, as its call carries it. */
function heardMoment({ url, headers }: Heard): Moment {
  const { searchParams: query } = url
  const told = (name: string) => headers[name] ?? query.get(name) ?? ''
  const first = (...names: string[]) => names.map(told).find((value) => value !== '') ?? ''
  return {
    timestamp: first('timestamp', 'x-timestamp', 'ts', 'webhook-timestamp'),
    nonce: first('nonce', 'x-nonce', 'webhook-id'),
  }
}

// The same sample at the moment that was heard: what it has to come to then is known.
function atMoment(sample: Sample, heard: Heard): Sample {
  const { proof } = sample
  const date = heard.headers['x-sdk-date'] ?? ''
  const account = 'account' in proof ? { account: { ...proof.account, date } } : {}
  const moment = 'moment' in proof ? { moment: heardMoment(heard) } : {}
  return { ...sample, proof: { ...proof, ...account, ...moment } }
}

const isNow = (ms: number) => Math.abs(Date.now() - ms) < 60_000

function isOfNow({ headers }: Heard, { timestamp }: Moment, sample: Sample): boolean {
  const [, ...parts] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(headers['x-sdk-date'] ?? '') ?? []
  const [year = 0, month = 1, ...rest] = parts.map(Number)
  const isDated = parts.length === 0 || isNow(Date.UTC(year, month - 1, ...rest))
  const unit = sample.proof.kind === 'webhook' ? 1_000 : 1
  return isDated && (timestamp === '' || isNow(Number(timestamp) * unit))
}

async function holds(sample: Sample, language: (typeof sampleLanguages)[number]): Promise<void> {
  const { sample: sent, heard, printed } = await runSample(sample, language)
  expect(heard).toHaveLength(1)
  const [call] = heard
  if (call === undefined) return
  expect({ method: call.method, path: call.url.pathname, body: call.body }).toEqual({
    method: sent.method,
    path: new URL(sent.address).pathname,
    body: wireBody(sent),
  })
  const told = { ...Object.fromEntries(call.url.searchParams), ...call.headers }
  expect(told).toMatchObject(Object.fromEntries(sent.query))
  expect(told).toMatchObject(Object.fromEntries(sent.headers))
  const proved = Object.entries(knownAnswerOf(atMoment(sent, call)))
  // A header has no capitals on this side of the wire, a parameter has.
  const lower = proved.map(([name, value]) => [
    told[name] === undefined ? name.toLowerCase() : name,
    value,
  ])
  expect(told).toMatchObject(Object.fromEntries(lower))
  if (sent.proof.kind === 'bearer') expect(told['authorization']).toBe(`Bearer ${sent.proof.token}`)
  expect(isOfNow(call, heardMoment(call), sent)).toBe(true)
  expect(printed).toContain('418')
  expect(printed).toContain('the answer')
}

test('every way to sign has a sample, and every interface that is no page', () => {
  expect(kinds.map(([, { proof }]) => proof.kind).sort()).toEqual([
    'ak-sk',
    'bearer',
    'kit-v2',
    'none',
    'usage',
    'v1-body',
    'v1-query',
    'v2-query',
    'webhook',
  ])
  const pages = interfaces.filter(isForBrowsers).map(({ operation }) => operation.operationId)
  expect(samples).toHaveLength(interfaces.length - pages.length)
  expect(pages).toEqual([
    'openLoginPage',
    'authorize',
    'logOut',
    'casLogin',
    'casLogout',
    'showWelcomePage',
    'ssoLoginPage',
    'ssoCallbackPage',
    'ssoConfirmPage',
    'ssoLogoutPage',
    'ssoSignedOutPage',
  ])
})

test('no part of an address is left open', () => {
  expect(samples.filter(([, { address }]) => /[{}]|undefined/.test(address))).toEqual([])
})

describe('a program of the docs makes the call that it shows, signed for now', () => {
  test.for(drawn(programs(kinds), scale.signedSamples))(
    '%s in %s',
    async ([, , sample, language], { skip }) => {
      skip(missingFor(language) !== undefined, `${missingFor(language)} is not on this machine`)
      await holds(sample, language)
    },
  )

  test.for(drawn(programs(samples), scale.interfaceSamples))(
    '%s, drawn, in %s',
    async ([, , sample, language], { skip }) => {
      skip(missingFor(language) !== undefined, `${missingFor(language)} is not on this machine`)
      await holds(sample, language)
    },
  )
})

describe('what a sample has to come to', () => {
  interface Vector extends Readonly<Record<string, unknown>> {
    readonly payload: string
    readonly body: string
    readonly expected: string
    readonly signature: string
  }
  const vectors = (name: string, list: string) =>
    (JSON.parse(readFileSync(`openapi/vectors/${name}.json`, 'utf8')) as Record<string, Vector[]>)[
      list
    ] ?? []
  const plain = { method: 'POST', address: 'https://host.example.com/call', query: [], headers: [] }

  test.each(vectors('v2-query-signature', 'vectors'))('is the V2 vector $name', (vector) => {
    const { key, payload, signature } = vector
    const proof = { kind: 'v2-query', key: String(key), moment: momentOf(vector) } as const
    expect(knownAnswerOf({ ...plain, body: payload, proof })).toEqual({ signature })
  })

  test.each(vectors('kit-v2-signature', 'vectors'))('is the kit vector $name', (vector) => {
    const { accessKey, payload, expected } = vector
    const proof = { kind: 'kit-v2', key: String(accessKey), moment: momentOf(vector) } as const
    expect(knownAnswerOf({ ...plain, body: payload, proof })).toEqual({ 'x-sign': expected })
  })

  test.each(vectors('usage-signature', 'signatures'))('is the usage vector $name', (vector) => {
    const moment = { timestamp: String(vector['ts']), nonce: String(vector['nonce']) }
    const account = { accessKey: 'a', secretKey: 's', date: '20260101T000000Z' }
    const proof = { kind: 'usage', key: String(vector['key']), moment, account } as const
    expect(knownAnswerOf({ ...plain, body: vector.body, proof })).toMatchObject({
      signature: vector.expected,
    })
  })

  test.each(vectors('webhook-signature', 'vectors'))('is the webhook vector $name', (vector) => {
    const moment = { timestamp: String(vector['timestamp']), nonce: String(vector['id']) }
    const proof = { kind: 'webhook', secret: String(vector['secret']), moment } as const
    expect(knownAnswerOf({ ...plain, body: vector.payload, proof })).toEqual({
      'webhook-signature': vector.expected,
    })
  })

  function momentOf(vector: Vector): Moment {
    return { timestamp: String(vector['timestamp']), nonce: String(vector['nonce']) }
  }
})

test('a query is encoded and sorted as the signature wants it', () => {
  const query = [
    ['b', 'x y'],
    ['a', "it's"],
  ] as const
  const sample: Sample = {
    method: 'GET',
    address: 'https://a',
    query,
    headers: [],
    body: undefined,
    proof: { kind: 'none' },
  }
  expect(queryText(sample)).toBe('?a=it%27s&b=x%20y')
})
