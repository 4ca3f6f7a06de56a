import { akSkSignature } from '../../../src/crypto/ak-sk-signature.ts'
import { signKitV2 } from '../../../src/crypto/kit-v2-signature.ts'
import { signUsage } from '../../../src/crypto/usage-signature.ts'
import { signV1Body, signV1Query } from '../../../src/crypto/v1-auth-token.ts'
import { signV2Query } from '../../../src/crypto/v2-query-signature.ts'
import { signWebhook, webhookKey } from '../../../src/crypto/webhook-signature.ts'
import { type Account, type Sample, contentTypeOf, isMultipart, queryText } from './sample.ts'

/** What proves a sample at the moment of its known answer, by the header or parameter that carries it. */
export type KnownAnswer = Readonly<Record<string, string>>

/** What every program of a sample must come to; empty where nothing is computed. */
export function knownAnswerOf(sample: Sample): KnownAnswer {
  const { proof } = sample
  const payload = wireBody(sample)
  switch (proof.kind) {
    case 'v2-query':
      return { signature: signV2Query({ ...proof.moment, key: proof.key, payload }) }
    case 'kit-v2':
      return { 'x-sign': signKitV2({ ...proof.moment, key: proof.key, payload }) }
    case 'v1-query':
      return { authToken: signV1Query(Object.fromEntries(sample.query), proof.key) }
    case 'v1-body':
      return { authToken: signV1Body(membersOf(payload), proof.key) }
    case 'ak-sk':
      return { authorization: authorizationOf(sample, proof.account) }
    case 'usage': {
      const { nonce, timestamp: ts } = proof.moment
      return {
        signature: signUsage({ key: proof.key, ts, nonce, body: payload }),
        authorization: authorizationOf(sample, proof.account),
      }
    }
    case 'webhook': {
      const { nonce: id, timestamp } = proof.moment
      const content = { id, at: new Date(Number(timestamp) * 1_000), body: Buffer.from(payload) }
      return { 'webhook-signature': signWebhook(webhookKey(proof.secret), content) }
    }
    default:
      return {}
  }
}

/** The body as it goes over the wire. */
export function wireBody(sample: Sample): string {
  const { body = '' } = sample
  return isMultipart(sample) ? body.replaceAll('\n', '\r\n') : body
}

function membersOf(payload: string): Readonly<Record<string, unknown>> {
  return JSON.parse(payload) as Readonly<Record<string, unknown>>
}

function authorizationOf(sample: Sample, { accessKey, secretKey, date }: Account): string {
  const url = new URL(sample.address + queryText(sample))
  const type = contentTypeOf(sample)
  const headers = {
    ...(type === undefined ? {} : { 'content-type': type }),
    host: url.host,
    'x-sdk-date': date,
  }
  const names = Object.keys(headers)
  const request = { method: sample.method, url, headers, body: wireBody(sample) }
  const signature = akSkSignature(request, names, secretKey)
  return `SDK-HMAC-SHA256 Access=${accessKey}, SignedHeaders=${names.join(';')}, Signature=${signature}`
}
