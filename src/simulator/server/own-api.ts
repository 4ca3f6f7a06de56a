import type { IncomingMessage, ServerResponse } from 'node:http'
import { parse as parseQuery } from 'node:querystring'
import type { Context, OpenAPIBackend, Request } from 'openapi-backend'
import {
  createBackend,
  firstViolation,
  isInBody,
  fieldOf,
  validationMessage,
} from '../../contract/index.ts'
import type { ApiContext } from './api-context.ts'
import { operations } from './operations/index.ts'
import { readBody } from './read-body.ts'
import { StoreProblem, problemOf } from './store-problem.ts'

/** Where the own API is; `/api/v1` belongs to the auth centre. */
export const apiRoot = '/simulator/v1'

/** What a handler is given beside the request. */
interface Asked {
  readonly gone: AbortSignal
}

type Validated = Context<unknown, Record<string, string>, Record<string, unknown>>
type Answer = (request: object, context: ApiContext) => object | Promise<object>

const created = ['createProduct', 'createBuyer', 'createEnterprise', 'registerAddress']

/** Serves the own API by its contract. */
export async function createOwnApi(
  context: ApiContext,
): Promise<(request: IncomingMessage, response: ServerResponse) => Promise<void>> {
  const backend = await createBackend(
    'simulator',
    {},
    {
      coerceTypes: true,
      handlers: {
        ...handlersFor(context),
        validationFail: refuseInvalid,
        notFound: ({ request }: Context) => {
          throw new StoreProblem(404, `Nothing is served at ${request.path}.`)
        },
        methodNotAllowed: refuseMethod,
      },
      // Whoever comes here has shown the token, if there is one.
      securityHandlers: { storeToken: () => true },
    },
  )
  return async (request, response) => {
    const hangUp = new AbortController()
    response.once('close', () => hangUp.abort())
    try {
      const asked = await readRequest(request)
      const { operationId, body } = (await backend.handleRequest(asked, {
        gone: hangUp.signal,
      } satisfies Asked)) as Answered
      reply(response, created.includes(operationId) ? 201 : 200, body)
    } catch (error) {
      replyProblem(response, error)
    }
  }
}

/** Answers with the problem of an error. */
export function replyProblem(response: ServerResponse, error: unknown): void {
  const problem = problemOf(error)
  if (error instanceof StoreProblem)
    for (const [name, value = ''] of Object.entries(error.headers)) response.setHeader(name, value)
  reply(response, problem.status, problem, 'application/problem+json')
}

function reply(
  response: ServerResponse,
  status: number,
  body: object,
  type = 'application/json',
): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' })
  response.end(JSON.stringify(body))
}

interface Answered {
  readonly operationId: string
  readonly body: object
}

function handlersFor(context: ApiContext) {
  const handlers = Object.entries(operations).map(([operationId, operation]) => {
    // The contract has tied each operation to its request; TypeScript cannot follow that here.
    const answer = operation as unknown as Answer
    const handle = async ({ request }: Validated, { gone }: Asked): Promise<Answered> => {
      const { params: path, query, requestBody: body } = request
      return { operationId, body: await answer({ path, query, body, gone }, context) }
    }
    return [operationId, handle] as const
  })
  return Object.fromEntries(handlers)
}

async function readRequest(request: IncomingMessage): Promise<Request> {
  const [path = '', query = ''] = (request.url ?? '').split('?', 2)
  try {
    decodeURIComponent(path)
  } catch {
    throw new StoreProblem(400, 'The path is not percent-encoded UTF-8.')
  }
  return {
    method: request.method ?? '',
    path,
    query: { ...parseQuery(query) } as Record<string, string | string[]>,
    headers: { 'content-type': 'application/json' },
    body: await readBody(request),
  }
}

function refuseInvalid({ validation }: Context): never {
  const error = firstViolation(validation.errors ?? [])
  if (error === undefined) throw new StoreProblem(400, 'The request is not valid.')
  const isUnknown = error.keyword === 'additionalProperties' && !isInBody(error)
  throw new StoreProblem(
    400,
    isUnknown ? `${fieldOf(error)} is not a parameter of this operation` : validationMessage(error),
  )
}

function refuseMethod({ request, api }: Context): never {
  const allow = methodsOf(request.path, api).join(', ').toUpperCase()
  throw new StoreProblem(405, `${request.path} takes ${allow} only.`, { allow })
}

function methodsOf(path: string, { router }: OpenAPIBackend): string[] {
  return ['get', 'put', 'post', 'delete', 'patch'].filter(
    (method) => router.matchOperation({ method, path, headers: {} }) !== undefined,
  )
}
