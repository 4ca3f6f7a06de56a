import { signV1Query } from '../../crypto/v1-auth-token.ts'
import { textOf } from './answer.ts'
import type { SignedRequest } from './signed-request.ts'
import { callTime } from '../store-time.ts'

/** The headers that the documents print for the store's client of V1 (zh-cn_topic_0070649135). */
export const v1Headers = {
  Connection: 'keep-alive',
  'User-Agent': 'Apache-HttpClient/4.5.3 (Java/1.8.0_191)',
} as const

/**
 * Signs the parameters of a GET interface (SaaS V1, License B): all in the query, sorted and encoded
 * as a form, with the timeStamp of now unless one is given, and the authToken last.
 */
export function signV1(address: URL, key: string, members: object): SignedRequest {
  const stamped: Readonly<Record<string, unknown>> = {
    timeStamp: callTime(new Date()),
    ...members,
  }
  const sorted = Object.entries(stamped)
    .flatMap(([name, value]) => {
      const text = textOf(value)
      return text === undefined ? [] : [[name, text] as const]
    })
    .sort(([a], [b]) => (a < b ? -1 : 1))
  const parameters = Object.fromEntries(sorted)
  const url = new URL(address)
  const authToken = signV1Query(parameters, key)
  url.search = new URLSearchParams({ ...parameters, authToken }).toString()
  return { method: 'GET', url, headers: v1Headers }
}
