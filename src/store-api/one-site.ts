import { callStoreApi, type StoreOptions } from './call-store-api.ts'
import { readResult } from './result-code.ts'
import type { StoreClient, StoreClients, StoreResult } from './store-client.ts'

// The calls about license codes at one site, until the client of all sites takes them over.

const paths: Partial<Record<string, string>> = {
  activateLicense: 'v1/license/activate',
  activateLicenses: 'v2/license/activate',
  queryLicense: 'v1/license/heartbeat',
  reportSoftwareUsage: 'v2/license/software-usage-info',
}

export function oneSite(site: string, options: StoreOptions | undefined): StoreClients {
  const client = options && clientOf(site, options)
  return {
    of: (name) => (name === site ? client : undefined),
    all: client ? [client] : [],
    onRecovered: () => () => undefined,
    close: () => Promise.resolve(),
  }
}

function clientOf(site: string, options: StoreOptions): StoreClient {
  return {
    site,
    usageLimit: 1000,
    call: async (operation, request, { signal } = {}) => {
      const answer = await callStoreApi(options, {
        method: 'POST',
        path: `/api/mkp-openapi-public/global/${paths[operation] ?? ''}`,
        parameters: [],
        content: {
          type: 'application/json',
          body: Buffer.from(JSON.stringify((request as { body: unknown }).body)),
        },
        signal,
      })
      const result = answer.reached ? readResult(answer.body) : undefined
      const code = result?.code ?? 'unreachable'
      const body = answer.reached ? answer.body : undefined
      const status = answer.reached ? answer.status : undefined
      if (code === '92020000') {
        return {
          ok: true,
          code,
          message: '',
          answer: answerIn(operation, body),
          body,
        } as StoreResult<never>
      }
      const isRefused = /^(9202000[2345]|920200(11|20)|95)/.test(code)
      const kind = isRefused ? 'refused' : 'later'
      return {
        ok: false,
        kind,
        code,
        message: '',
        status,
        uncertain: false,
        pauseMs: undefined,
        body,
      }
    },
    standing: () => {
      throw new Error('not known')
    },
    close: () => Promise.resolve(),
  }
}

function answerIn(operation: string, body: unknown): unknown {
  const { data } = body as { data?: { license_code_info?: string } }
  if (operation === 'queryLicense') return { license: data ?? null }
  if (operation !== 'activateLicense') return { data }
  const text = data?.license_code_info
  return { info: text === undefined ? null : (JSON.parse(text) as unknown) }
}
