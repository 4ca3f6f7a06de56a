import type { OpenAPIBackend } from 'openapi-backend'
import { type Operation, type ParsedRequest, type Request } from 'openapi-backend'
import type { BackendOptions } from './options.ts'

type Router = OpenAPIBackend['router']

// openapi-backend lists all operations anew, makes a pattern of each path and parses the request
// three times at every call. The document does not change, so the first two are remembered (of the
// paths that were met up to a bound), and a request is parsed once, for its operation.
const maxPaths = 1_000

export function cacheRouting(router: Router, { alreadyParsed = false }: BackendOptions): void {
  const operations = router.getOperations()
  router.getOperations = () => operations
  const match = router.matchOperation.bind(router)
  router.matchOperation = memoized((request, strict = false) => match(request, strict))
  const parse = router.parseRequest.bind(router)
  const paramsOf = memoized(
    (request, operation: Operation) => parse(request, operation).params as PathParameters,
  )
  const parsed = new WeakMap<Request, ParsedRequest>()
  router.parseRequest = (request, operation?: Operation) => {
    if (operation === undefined) return unparsed(request)
    const made =
      parsed.get(request) ??
      (alreadyParsed
        ? fromParsed(request, paramsOf(request, operation))
        : parse(request, operation))
    parsed.set(request, made)
    return made
  }
}

/** What is made of a request by its method and path, made once for each of the paths that are met. */
function memoized<Rest extends unknown[], Made>(
  make: (request: Request, ...rest: Rest) => Made,
): (request: Request, ...rest: Rest) => Made {
  const seen = new Map<string, Made>()
  return (request, ...rest) => {
    const key = `${request.method} ${request.path}`
    const made = seen.get(key) ?? make(request, ...rest)
    if (seen.size < maxPaths) seen.set(key, made)
    return made
  }
}

type PathParameters = Readonly<Record<string, string>>

function fromParsed(request: Request, params: PathParameters): ParsedRequest {
  const requestBody: unknown = request.body
  return { ...request, params, cookies: {}, requestBody } as ParsedRequest
}

// What is asked for before the operation is known; nothing of ours reads it.
function unparsed(request: Request): ParsedRequest {
  return { ...request, params: {}, cookies: {}, query: {}, requestBody: undefined } as ParsedRequest
}
