// The client of the management API, packed by client/: for browsers and servers alike, so nothing of the
// service and of Node is imported here, not even a type.
import type { components, paths } from '../generated/management.ts'

/** The schemas of the management contract by name: `KoogateSchemas['Instance']`. */
export type KoogateSchemas = components['schemas']

interface Operation {
  readonly parameters: object
  readonly requestBody?: unknown
  readonly responses: { readonly 200: { readonly content: object } }
}

// The paths that have a method, and what it does there.
type PathsWith<Method> = {
  [Path in keyof paths]: At<Path, Method> extends Operation ? Path : never
}[keyof paths]
type At<Path extends keyof paths, Method> = paths[Path][Method & keyof paths[Path]]

interface Sending {
  readonly headers?: Readonly<Record<string, string>>
  readonly signal?: AbortSignal
}
type Init<Of extends Operation> = Sending &
  ParamsMember<Of['parameters']> &
  BodyMember<Of['requestBody']>
type ParamsMember<Params> =
  Partial<Params> extends Params ? { readonly params?: Params } : { readonly params: Params }
type BodyMember<Content> = Content extends { content: { 'application/json': infer Body } }
  ? { readonly body: Body }
  : Content extends { content: { 'text/csv': string } }
    ? { readonly body: File }
    : { readonly body?: never }

/** The filters of a list by its path: `KoogateQuery<'/api/v1/alarms'>`. */
export type KoogateQuery<Path extends PathsWith<'get'>> = NonNullable<
  QueryOf<Operated<Path, 'get'>['parameters']>
>
type QueryOf<Parameters> = Parameters extends { query?: infer Query } ? Query : never

/** Every operation of the API: `GET /api/v1/alarms`. */
export type KoogateOperation = Extract<
  { [Method in Methods]: `${Uppercase<Method>} ${PathsWith<Method>}` }[Methods],
  `${string} /api/${string}`
>
type Methods = 'get' | 'put' | 'post' | 'delete'

/** What is sent as it is. */
type File = string | Uint8Array<ArrayBuffer> | Blob

type DataOf<Of extends Operation> =
  Of['responses'][200]['content'][keyof Of['responses'][200]['content']]

/** What came of a call: `data` or `error`, never both. */
export type KoogateResult<Data> =
  | { readonly data: Data; readonly error?: never; readonly response: Response }
  | {
      readonly data?: never
      readonly error: KoogateSchemas['Problem']
      readonly response: Response
    }

type Call<Method> = <Path extends PathsWith<Method>>(
  path: Path,
  ...init: MayBeLeftOut<Init<Operated<Path, Method>>>
) => Promise<KoogateResult<DataOf<Operated<Path, Method>>>>
type Operated<Path extends keyof paths, Method> = Extract<At<Path, Method>, Operation>
type MayBeLeftOut<Type> = Partial<Type> extends Type ? [init?: Type] : [init: Type]

/** The management API: `GET`, `PUT`, `POST`, `DELETE` with the contract's paths, parameters and bodies. */
export interface KoogateClient {
  readonly GET: Call<'get'>
  readonly PUT: Call<'put'>
  readonly POST: Call<'post'>
  readonly DELETE: Call<'delete'>
}

export interface KoogateClientOptions {
  /** Where Koogate answers: `https://koogate.example.com`, with a path if a proxy adds one. */
  readonly baseUrl: string
  /** A management token; the mock takes any. Left out where a session's cookie speaks, or `fetch` adds one. */
  readonly token?: string
  /** Sends a request in place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
}

/**
 * A typed client of the management API. A call resolves to `data` (what the contract promises) or
 * `error` (a problem, RFC 9457), and the `response`; it rejects only when no answer comes, or when a
 * path parameter cannot stand in a path.
 */
export function createKoogateClient(options: KoogateClientOptions): KoogateClient {
  const { token, fetch: send = (request: Request) => fetch(request) } = options
  const baseUrl = options.baseUrl.replace(/\/+$/, '')
  const by =
    (method: string) =>
    async (path: string, { params, body, headers, signal }: AnyInit = {}) => {
      const request = new Request(baseUrl + fill(path, params?.path) + search(params?.query), {
        method,
        headers: {
          ...(token !== undefined && { authorization: `Bearer ${token}` }),
          ...(body !== undefined && {
            'content-type': isFile(body) ? 'text/csv' : 'application/json',
          }),
          ...headers,
        },
        ...(body !== undefined && { body: isFile(body) ? body : JSON.stringify(body) }),
        ...(signal && { signal }),
      })
      return resultOf(await send(request))
    }
  return {
    GET: by('GET'),
    PUT: by('PUT'),
    POST: by('POST'),
    DELETE: by('DELETE'),
  } as KoogateClient
}

// Every other body is an object.
function isFile(body: unknown): body is File {
  return typeof body === 'string' || body instanceof Uint8Array || body instanceof Blob
}

interface AnyInit extends Sending {
  readonly params?: { readonly path?: Values; readonly query?: Values }
  readonly body?: unknown
}
type Values = Readonly<Record<string, string | number | boolean | undefined>>

function fill(path: string, values: Values = {}): string {
  return path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const text = String(values[name] ?? '')
    // A URL has no such segment, encoded or not: it would be another path.
    if (/^\.{0,2}$/.test(text)) throw new TypeError(`${name} cannot be '${text}' in a path`)
    return encodeURIComponent(text)
  })
}

function search(values: Values = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(values)) {
    if (value !== undefined) query.append(name, String(value))
  }
  return query.size > 0 ? `?${query.toString()}` : ''
}

// What stands in front of Koogate may answer too, even with 200: that is no data either.
async function resultOf(response: Response): Promise<KoogateResult<unknown>> {
  const [type = ''] = response.headers.get('content-type')?.split(';') ?? []
  const text = await response.text()
  if (type === 'application/problem+json') return { error: JSON.parse(text) as Problem, response }
  if (response.ok && type === 'application/json') return { data: JSON.parse(text), response }
  if (response.ok && type === 'text/plain') return { data: text, response }
  const { status, statusText: title } = response
  const detail = `This is no answer of Koogate: ${text.slice(0, 200)}`
  const requestId = response.headers.get('x-request-id') ?? 'none'
  return {
    error: { type: 'about:blank', title, status, code: 'not-koogate', detail, requestId },
    response,
  }
}
type Problem = KoogateSchemas['Problem']
