import { getHttpOperationsFromSpec } from '@stoplight/prism-http'
import { createClientFromOperations } from '@stoplight/prism-http/dist/client.js'
import type { ContractDocument } from '../../src/contract/index.ts'
import { shownDocument } from './documents.ts'
import type { Preference } from './prefer.ts'

/** An answer on the wire. */
export interface Shown {
  readonly status: number
  readonly headers?: Readonly<Record<string, string>>
  readonly text?: string
}

/** What is wanted of an operation; without a preference its first scene of success. */
export interface Wanted extends Preference {
  readonly method: string
  readonly target: string
  readonly accept: string | undefined
}

/** Shows a scene; rejects with Prism's own words where there is none. */
export type Engine = (wanted: Wanted) => Promise<Shown>

/** Prism in this process, over the scenes of a document: nothing of it listens, and nothing outlives us. */
export async function createEngine(document: ContractDocument): Promise<Engine> {
  const operations = await getHttpOperationsFromSpec(shownDocument(document))
  const prism = createClientFromOperations(operations, { ...asItIs, mock: { dynamic: false } })
  return async ({ method, target, accept, ...preference }) => {
    const mock = { dynamic: false, ...preference }
    const request = {
      method: method.toLowerCase() as 'get',
      headers: { ...(accept && { accept }) },
    }
    const { status, headers = {}, data } = await prism.request(target, request, { mock })
    const text = typeof data === 'string' ? data : data === undefined ? '' : JSON.stringify(data)
    return { status, headers, text }
  }
}

// Every request was validated before, and Prism has a log of its own, in many lines.
const asItIs = {
  validateRequest: false,
  validateResponse: false,
  checkSecurity: false,
  errors: false,
  isProxy: false as const,
  upstreamProxy: undefined,
  logger: silent(),
}

function silent() {
  const nothing = () => undefined
  const levels = { trace: nothing, debug: nothing, info: nothing, warn: nothing, error: nothing }
  const logger = { ...levels, fatal: nothing, success: nothing, child: () => logger } as never
  return logger
}
