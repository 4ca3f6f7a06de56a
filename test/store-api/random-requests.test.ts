import { buffer } from 'node:stream/consumers'
import { Agent } from 'undici'
import { afterAll, expect, it } from 'vitest'
import { canonicalQuery, signStoreRequest } from '../../src/crypto/ak-sk-signature.ts'
import { signatureFault } from '../../src/simulator/api/verify-signature.ts'
import { seededRandom } from '../harness/random.ts'
import { scale, seed } from '../harness/scale.ts'
import { closeAll, listen } from './listen.ts'

afterAll(closeAll)

const random = seededRandom(seed)
const between = (least: number, most: number) => random.between(least, most)
const pick = <Item>(items: readonly Item[]): Item => items[between(0, items.length - 1)] as Item
const several = <Item>(least: number, most: number, make: () => Item): Item[] =>
  Array.from({ length: between(least, most) }, make)

// What encoders treat differently, what stands for itself in a URL, and what takes two, three and four bytes.
const characters = Array.from(
  'abcXYZ019-_.~!*\'()&=?#%+ /\\:@,;$|^`{}<>[]"\u007f\u0001é中文試💡𠮷ﬀ',
)
const text = (least: number) => several(least, 12, () => pick(characters)).join('')
const names = ['orderId', 'a', 'A', 'a-b', 'a b', '中', '_', 'a%', '']

function randomRequest() {
  const segments = several(0, 5, () => encodeURIComponent(text(1)))
  const path = `/${segments.join('/')}${pick(['', '/'])}`
  // A name may come twice, and a value may be empty.
  const parameters = several(0, 6, () => [pick(names), pick([text(0), '', 'x'])] as const)
  const method = pick(['GET', 'POST', 'PUT', 'DELETE'])
  const body = method === 'GET' ? '' : pick(['', text(0), '{"a":"\u00e9 \\n"}'])
  const contentType = pick(['application/json', ' application/json ', 'text/plain;charset=UTF-8'])
  return { path, parameters, method, body, contentType }
}

it('random requests are signed so that somebody else can verify them, and nothing else is', async () => {
  const secretKey = 'SK-中-secret'
  let verdict: string | undefined
  let otherSecret: string | undefined
  let otherBody: string | undefined
  const url = await listen((incoming, response) => {
    void buffer(incoming).then((body) => {
      const { method = '', url: target = '' } = incoming
      const headers = Object.fromEntries(
        Object.entries(incoming.headersDistinct).map(([name, values]) => [name, String(values)]),
      )
      const received = { method, target, headers, body }
      const now = new Date()
      verdict = signatureFault(received, () => secretKey, now)
      otherSecret = signatureFault(received, () => `${secretKey}x`, now)
      const spoilt = { ...received, body: Buffer.concat([body, Buffer.from(' ')]) }
      otherBody = signatureFault(spoilt, () => secretKey, now)
      response.end()
    })
  })
  const dispatcher = new Agent()
  for (let round = 0; round < scale.randomRequests; round++) {
    const { path, parameters, method, body, contentType } = randomRequest()
    const target = new URL(url)
    target.pathname = path
    target.search = canonicalQuery(parameters)
    const headers = signStoreRequest({
      ...{ method, url: target, body, headers: { 'content-type': contentType } },
      ...{ accessKey: 'AK', secretKey, now: new Date() },
    })
    const { pathname, search } = target
    const sent = { origin: url.origin, path: `${pathname}${search}`, method, headers, body }
    await (await dispatcher.request(sent)).body.dump()
    const about = JSON.stringify({ path, parameters, method, body })
    expect(verdict, about).toBeUndefined()
    expect([otherSecret, otherBody], about).toEqual(Array(2).fill('the signature does not match'))
  }
  await dispatcher.close()
})
