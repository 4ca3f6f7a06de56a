import { createHash } from 'node:crypto'
import type { Generation } from '../../../src/simulator/calls/calls.ts'
import { parseObject } from '../right-seller/parse.ts'
import type { Twin } from '../right-seller/parts.ts'
import { right } from '../right-seller/right.ts'
import { hmac } from '../right-seller/signing.ts'
import { twin as forgetsNonces } from '../signing/replayed-nonce.ts'
import { twin as takesTheFuture } from '../signing/future-timestamp.ts'
import { twin as sellsByBusinessId } from '../repeats/new-instance-id.ts'

/** What a public sample or a public seller does wrong, and what the judge says of it. */
export interface PublicSample {
  readonly generation: Generation
  readonly twin: Twin
  /** The rules that it breaks; none where it refuses the store altogether, so that nothing is judged. */
  readonly breaks: readonly string[]
}

const unverified = [
  'signing/empty-signature',
  'signing/future-timestamp',
  'signing/missing-nonce',
  'signing/missing-timestamp',
  'signing/old-timestamp',
  'signing/replayed-nonce',
  'signing/unsigned',
  'signing/wrong-key',
]

/** Several mistakes that one seller makes, and single ones that are often made, by what is wrong. */
export const samples: Readonly<Record<string, PublicSample>> = {
  'the sample project of the store for SaaS V2': {
    generation: 'saasV2',
    twin: { ...forgetsNonces, ...takesTheFuture, ...sellsByBusinessId },
    breaks: ['repeats/new-instance-id', 'signing/future-timestamp', 'signing/replayed-nonce'],
  },
  'a seller of license codes in C#, which verifies no signature': {
    generation: 'licenseC',
    twin: {
      verify: (received, seller) => right.acceptedKeys(received.generation, seller)[0] ?? '',
    },
    breaks: unverified,
  },
  'a seller in TypeScript, which hashes the body without the key': {
    generation: 'saasV2',
    twin: {
      signV2: ({ key, nonce, timestamp, payload }) => {
        const inner = createHash('sha256').update(payload).digest('hex')
        return hmac(key, key, nonce, timestamp, inner).toString('hex')
      },
    },
    breaks: [],
  },
  'seconds for milliseconds, as the text of the international page says': {
    generation: 'saasV2',
    twin: { isFresh: (timestamp, now) => Math.abs(now / 1000 - Number(timestamp)) <= 60 },
    breaks: [],
  },
  'the body written anew by another language, with blanks after its colons': {
    generation: 'orders',
    twin: {
      payloads: (rawBody) => [JSON.stringify(parseObject(rawBody), null, 1).replaceAll('\n', '')],
    },
    breaks: [],
  },
  'the signature compared with the case of its letters': {
    generation: 'licenseA',
    twin: { isSameHex: (expected, received) => expected === received },
    breaks: [],
  },
  'Body-Sign without its double quotes': {
    generation: 'saasV1',
    twin: { bodySign: (key, body) => right.bodySign(key, body).replaceAll('"', '') },
    breaks: ['answers/body-sign-of-refusal', 'debugger/body-sign'],
  },
  'a line break that the framework writes after the body that was signed': {
    generation: 'licenseB',
    twin: {
      reply(answer, from, seller) {
        const reply = right.reply(answer, from, seller)
        return { ...reply, body: `${reply.body}\n` }
      },
    },
    breaks: ['answers/body-sign-of-refusal', 'debugger/body-sign'],
  },
}
