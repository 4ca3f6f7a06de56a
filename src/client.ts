// What the package exports as koogate/client: for browsers and servers alike, so nothing of the
// service and of Node is imported here, not even a type.
import createClient, { type Client } from 'openapi-fetch'
import type { components, paths } from '../generated/management.ts'

// openapi-fetch takes a readonly array for an object and loses its elements.
type Mutable<Type> = Type extends readonly (infer Element)[]
  ? Mutable<Element>[]
  : Type extends object
    ? { -readonly [Member in keyof Type]: Mutable<Type[Member]> }
    : Type

/** The schemas of the management contract by name: `KoogateSchemas['Instance']`. */
export type KoogateSchemas = Mutable<components['schemas']>

/** The management API: `GET`, `PUT`, `POST` with the contract's paths, parameters and bodies. */
export type KoogateClient = Client<Mutable<paths>>

export interface KoogateClientOptions {
  /** Where Koogate answers, without a path: `https://koogate.example.com`. */
  readonly baseUrl: string
  /** A management token; the mock takes any. */
  readonly token: string
  /** Sends a request in place of the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>
}

/**
 * A typed client of the management API. A call resolves to `data` (what the contract promises) or
 * `error` (a problem, RFC 9457), and the `response`; it rejects only when no answer comes.
 */
export function createKoogateClient(options: KoogateClientOptions): KoogateClient {
  const { baseUrl, token, fetch } = options
  return createClient<Mutable<paths>>({
    baseUrl,
    headers: { authorization: `Bearer ${token}` },
    ...(fetch && { fetch }),
  })
}
