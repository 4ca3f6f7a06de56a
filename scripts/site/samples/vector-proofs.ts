import { readFileSync } from 'node:fs'
import type { Account, Moment } from './sample.ts'

/** A vector of openapi/vectors, as far as a sample takes its keys and its moment from it. */
type Vector = Readonly<Record<string, unknown>>

/** The keys and moments of the samples: those of the first vectors. */
export function readVectorValues() {
  const [v2, kit, v1, akSk, usage, webhook] = [
    first('v2-query-signature', 'vectors'),
    first('kit-v2-signature', 'vectors'),
    first('v1-auth-token', 'queries'),
    first('ak-sk-signature', 'signatures'),
    first('usage-signature', 'signatures'),
    first('webhook-signature', 'vectors'),
  ]
  const { 'x-sdk-date': date = '' } = akSk['headers'] as Readonly<Record<string, string>>
  const account: Account = {
    accessKey: text(akSk, 'accessKey'),
    secretKey: text(akSk, 'secretKey'),
    date,
  }
  return {
    account,
    v2: { key: text(v2, 'key'), moment: momentOf(v2) },
    kit: { key: text(kit, 'accessKey'), moment: momentOf(kit) },
    v1: { key: text(v1, 'key') },
    usage: {
      key: text(usage, 'key'),
      moment: { timestamp: text(usage, 'ts'), nonce: text(usage, 'nonce') },
    },
    webhook: {
      secret: text(webhook, 'secret'),
      moment: { timestamp: text(webhook, 'timestamp'), nonce: text(webhook, 'id') },
    },
  }
}

function first(name: string, list: string): Vector {
  const file = JSON.parse(readFileSync(`openapi/vectors/${name}.json`, 'utf8')) as Vector
  const [vector] = file[list] as readonly Vector[]
  if (vector === undefined) throw new Error(`openapi/vectors/${name}.json has no ${list}`)
  return vector
}

function momentOf(vector: Vector): Moment {
  return { timestamp: text(vector, 'timestamp'), nonce: text(vector, 'nonce') }
}

function text(vector: Vector, name: string): string {
  return String(vector[name])
}
