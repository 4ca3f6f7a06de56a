import http, { IncomingMessage, ServerResponse } from 'node:http'
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express'
import helmet from 'helmet'
import type { Logger } from 'pino'
import { answer } from '../domain/answer.ts'
import { createConsoleRouter } from './console.ts'
import { createDocsRouter } from './docs.ts'
import type { Closing } from './closing.ts'
import { drainUnread, dropBody } from './drain.ts'
import { home } from './home.ts'
import type { Limits } from '../limits.ts'
import { originForm } from './origin-form.ts'
import { withSingleSlashes } from './split-target.ts'
import { reply, replyRouteError, serialise } from './store/reply.ts'

/** The routers of the service, each behind its path. */
export interface Routers {
  readonly store: RequestHandler
  readonly management: RequestHandler
  readonly health: RequestHandler
  readonly sso: RequestHandler
  readonly welcome: RequestHandler
  /** The names of the production addresses; each begins the paths of its own. */
  readonly addresses: Iterable<string>
  readonly limits: Limits
  readonly closing: Closing
  readonly log: Logger
}

/** Mounts the routers in their order; whatever falls through gets the store's envelope. */
export function createServer(routers: Routers): http.Server {
  const app = express()
  app.set('query parser', 'simple')
  app.set('etag', false)
  app.disable('x-powered-by')
  // The store's calls come first: what else is served would cost each of them a look.
  app.use(addressPaths(routers.addresses), routers.store)
  app.use('/api/v1', routers.management)
  app.use('/sso', routers.sso)
  app.use((request, _response, next) => {
    dropBody(request)
    next()
  })
  app.use(routers.health)
  const safely = pageHeaders()
  app.use('/docs', safely, createDocsRouter())
  app.use('/welcome', routers.welcome)
  app.use('/console', safely, createConsoleRouter())
  app.get('/', safely, home)
  app.use((_request, response) => {
    replyRouteError(response, 404, 'unknown address or path')
  })
  app.use(refuseFault(routers.log))
  const server = serverOf(app, routers.limits)
  routers.closing.watch(server)
  return server
}

// TLS is that of a proxy in front: without one a page may not send its readers to https.
function pageHeaders() {
  return helmet({
    contentSecurityPolicy: { directives: { upgradeInsecureRequests: null } },
    strictTransportSecurity: false,
  })
}

// Express gives each request and response the prototype of its application, which makes every later
// look at them slow. These are made with it, so that nothing is left to change.
function serverOf(app: Express, limits: Limits): http.Server {
  class Request extends IncomingMessage {}
  class Response extends ServerResponse {}
  Object.setPrototypeOf(Request.prototype, app.request)
  Object.setPrototypeOf(Response.prototype, app.response)
  Object.assign(app, { request: Request.prototype, response: Response.prototype })
  const options = {
    IncomingMessage: Request,
    ServerResponse: Response,
    headersTimeout: limits.headMs,
    requestTimeout: limits.requestMs,
    connectionsCheckingInterval: limits.checkMs,
    keepAliveTimeout: limits.keepAliveMs,
    // Answered here, in the form that everybody else gets.
    requireHostHeader: false,
    // A V1 call says all in its query.
    maxHeaderSize: 64 * 1024,
  }
  const server = http.createServer(options, (request, response) => {
    request.url = withSingleSlashes(originForm(request.url ?? '/'))
    drainUnread(request, response)
    if (lacksHost(request)) replyRouteError(response, 400, 'Host is missing')
    else app(request, response)
  })
  server.maxConnections = limits.connections
  // Those that are idle make room for who comes.
  server.on('drop', () => server.closeIdleConnections())
  // An expectation that nobody here knows is no reason to refuse (RFC 9110, 10.1.1).
  server.on('checkExpectation', (request, response) => server.emit('request', request, response))
  return server
}

// RFC 9112, 3.2.
function lacksHost({ headers, httpVersionMinor }: IncomingMessage): boolean {
  return headers.host === undefined && httpVersionMinor > 0
}

function addressPaths(names: Iterable<string>): string[] {
  return [...names].map((name) => `/${name}`)
}

function refuseFault(log: Logger): ErrorRequestHandler {
  return (error: unknown, _request, response, next) => {
    if (response.headersSent) {
      next(error)
      return
    }
    if (error instanceof URIError) {
      replyRouteError(response, 404, 'unknown address or path')
      return
    }
    log.error({ err: error }, 'a request could not be answered')
    reply(response, serialise(answer('000005', 'internal error, please call again')))
  }
}
