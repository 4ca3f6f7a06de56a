import { timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { StoreProblem } from './store-problem.ts'

const loopbackNames = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/

/**
 * Throws StoreProblem for a caller who may not call: without the token, if there is one; by a name
 * that is not this machine's, if there is none (a site may give its own name this address); from a page of
 * another site.
 */
export function refuseStrangers({ headers }: IncomingMessage, token: string | undefined): void {
  const { host = '', origin, authorization = '' } = headers
  if (token !== undefined && !isSame(authorization, `Bearer ${token}`))
    throw new StoreProblem(401, 'Send the token of --token as Authorization: Bearer.', {
      'www-authenticate': 'Bearer',
    })
  if (token === undefined && !loopbackNames.test(host))
    throw new StoreProblem(403, `The store is not called ${host}; without a token it is localhost.`)
  if (origin !== undefined && URL.parse(origin)?.host !== host)
    throw new StoreProblem(403, `A page of ${origin} may not call the store.`)
}

function isSame(given: string, wanted: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(wanted)]
  return one.length === other.length && timingSafeEqual(one, other)
}
