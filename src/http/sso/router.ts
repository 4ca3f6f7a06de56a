import { parse as parseForm } from 'node:querystring'
import express, { type Request, type RequestHandler, type Response } from 'express'
import type { Services } from '../../calls/services.ts'
import type { Address } from '../../domain/address.ts'
import { beginLogin } from '../../sso/begin-login.ts'
import { endSession } from '../../sso/end-session.ts'
import { confirmLogin } from '../../sso/confirm-login.ts'
import { type Arrival, finishLogin } from '../../sso/finish-login.ts'
import { publicKeys } from '../../sso/product-token.ts'
import { SsoFault } from '../../sso/sso-fault.ts'
import { type SsoAddress, type Visit, ssoAddress } from '../../sso/visit.ts'
import type { ByteBudget } from '../byte-budget.ts'
import type { Metrics } from '../metrics.ts'
import { pageHeaders } from '../pages/page-headers.ts'
import { createBodyReader } from '../read-body.ts'
import { createSsoCookies } from './cookies.ts'
import { answerFault } from './answer-fault.ts'
import { languageOf } from './language.ts'
import { questionPage, signedInPage, signedOutPage } from './pages.ts'
import { readCallback, readLogin, textOf } from './read-query.ts'

/** What the pages of sign-on need. */
export interface SsoRouterOptions {
  readonly services: Services
  readonly addresses: ReadonlyMap<string, Address>
  readonly metrics: Pick<Metrics, 'signedOn'>
  readonly budget: ByteBudget
}

/** Serves one page to a browser. Throws SsoFault. */
type ServePage = (visit: Visit, request: Request, response: Response) => Promise<void>

// The form has one short field.
const formBytes = 4 * 1024

/** Serves what browsers open when a user signs in or out, and the keys of the tokens. */
export function createSsoRouter(options: SsoRouterOptions): RequestHandler {
  const { services, addresses } = options
  const cookies = createSsoCookies(services.sso.publicUrl)
  const readBody = createBodyReader(formBytes, options.budget)

  const login: ServePage = async (visit, { query }, response) => {
    const { location, browser } = await beginLogin(visit, readLogin(query), services)
    cookies.set(response, visit.address, { browser })
    goTo(response, location)
  }

  const callback: ServePage = async (visit, request, response) => {
    const arrival = await finishLogin(visit, readCallback(request.query), services)
    options.metrics.signedOn(arrival.kind)
    receive(arrival, visit, { request, response })
  }

  function receive(
    arrival: Arrival,
    { address }: Visit,
    { request, response }: { readonly request: Request; readonly response: Response },
  ): void {
    if (arrival.kind === 'question') {
      cookies.set(response, address, { browser: arrival.browser })
      response.type('html').send(questionPage(languageOf(request), arrival))
      return
    }
    const { location } = arrival
    cookies.set(response, address, arrival)
    goTo(response, location)
  }

  const confirm: ServePage = async (visit, request, response) => {
    const form = parseForm((await readBody(request)).toString())
    const token = textOf(form, 'token', 128)
    if (token === undefined) throw new SsoFault('request-faulty', 'the form has no token')
    const { location, session } = await confirmLogin(visit, token, services)
    options.metrics.signedOn('entrance')
    cookies.set(response, visit.address, { session })
    response.type('html').send(signedInPage(languageOf(request), location))
  }

  const logout: ServePage = async (visit, { query }, response) => {
    const location = await endSession(visit, textOf(query, 'session', 64), services)
    cookies.clear(response, visit.address, 'session')
    goTo(response, location)
  }

  const signedOut: ServePage = (_visit, request, response) => {
    response.type('html').send(signedOutPage(languageOf(request)))
    return Promise.resolve()
  }

  const serve = (page: ServePage): RequestHandler => {
    return async (request, response, next) => {
      // Whoever looks at a link before its reader does must not use it up.
      if (request.method === 'HEAD') {
        next('router')
        return
      }
      try {
        const address = response.locals['address'] as SsoAddress | undefined
        if (address === undefined) throw new SsoFault('off')
        await page(cookies.read(request, address), request, response)
      } catch (error) {
        const code = answerFault(error, { request, response, log: services.log })
        options.metrics.signedOn(code)
      }
    }
  }

  const router = express.Router({ caseSensitive: true })
  router.get('/jwks.json', async (_request, response) => {
    response.setHeader('cache-control', 'public, max-age=3600')
    response.json(await publicKeys(services.sso))
  })
  router.use('/:address', openAddress(addresses))
  router.get('/:address/login', serve(login))
  router.get('/:address/callback', serve(callback))
  router.post('/:address/confirm', serve(confirm))
  router.get('/:address/logout', serve(logout))
  router.get('/:address/signed-out', serve(signedOut))
  return router
}

// With no page of its own, which nobody sees.
function goTo(response: Response, location: string): void {
  response.status(302).location(location).end()
}

/** Finds the address of a path, and sets the headers that its pages have. */
function openAddress(addresses: ReadonlyMap<string, Address>): RequestHandler {
  const headersOf = new Map(
    [...addresses].map(([name, { sso }]) => [name, pageHeaders(sso?.frameAncestors ?? [])]),
  )
  const unframed = pageHeaders([])
  return (request, response, next) => {
    const name = String(request.params['address'])
    response.locals['address'] = ssoAddress(name, addresses)
    response.setHeader('cache-control', 'no-store')
    const set = headersOf.get(name) ?? unframed
    set(request, response, next)
  }
}
