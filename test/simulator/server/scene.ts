import { generateKeyPairSync } from 'node:crypto'
import type { SimulatorSchemas } from '../../../src/contract/index.ts'
import { makeAccessKeys } from '../../../src/simulator/calls/access-keys.ts'
import {
  type StoreServer,
  type StoreServerOptions,
  startStoreServer,
} from '../../../src/simulator/server/start-store-server.ts'
import { type StartedSeller, startSeller } from '../../broken-sellers/right-seller/start.ts'
import { answerOf, violationsOf } from '../../harness/contract-hook.ts'

type View = SimulatorSchemas['StoreView']

/** What came back from the store's own API. */
export interface Answer<Body = Record<string, unknown>> {
  readonly status: number
  readonly body: Body
}

/** A store in a box and a right seller of every generation, which knows its keys and asks it. */
export interface BoxScene {
  readonly server: StoreServer
  readonly seller: StartedSeller
  /** Calls the own API; every answer is held against its contract. */
  readonly call: <Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ) => Promise<Answer<Body>>
  readonly view: () => Promise<View>
  /** Does an action, which must not be refused. */
  readonly act: (
    action: SimulatorSchemas['Action']['action'],
    given?: object,
  ) => Promise<SimulatorSchemas['ActionResult']>
  readonly close: () => Promise<void>
}

export const appId = 'box-app'
const { publicKey, privateKey } = generateKeyPairSync('rsa', { modulusLength: 3072 })
const pem = publicKey.export({ type: 'spki', format: 'pem' })

/** Starts both. */
export async function openBox(options: StoreServerOptions = {}): Promise<BoxScene> {
  const keys = makeAccessKeys()
  // Each is started with the address of the other; the seller asks a store that comes a moment later.
  const openApi = { url: new URL('http://127.0.0.1:1'), accessKey: 'AK', secretKey: 'SK' }
  const seller = await startSeller({ keys, privateKey, openApi })
  const at = (path: string) => new URL(`main/${path}`, seller.url).href
  const server = await startStoreServer({
    keys,
    credentials: openApi,
    sellers: [
      {
        generation: 'saasV2',
        url: at('saas'),
        ordersUrl: at('orders'),
        joint: { appId, publicKey: String(pem), callback: `${seller.url.origin}/callback` },
      },
      { generation: 'licenseA', url: at('license') },
      { generation: 'licenseC', url: at('license-code') },
      { generation: 'licenseB', url: at('license') },
      { generation: 'saasV1', url: at('saas') },
    ],
    ...options,
  })
  openApi.url = server.url
  const call = callsTo(server.url)
  return {
    server,
    seller,
    call,
    view: async () => (await call<View>('GET', 'store')).body,
    async act(action, given = {}) {
      const { status, body } = await call<SimulatorSchemas['ActionResult']>('POST', 'actions', {
        action,
        ...given,
      })
      if (status !== 200) throw new Error(JSON.stringify(body))
      return body
    },
    async close() {
      await server.close()
      await seller.close()
    },
  }
}

/** Calls the own API of a store. */
export function callsTo(url: URL, headers: Readonly<Record<string, string>> = {}) {
  return async <Body = Record<string, unknown>>(
    method: string,
    path: string,
    body?: unknown,
  ): Promise<Answer<Body>> => {
    const target = new URL(`/simulator/v1/${path}`, url)
    const response = await fetch(target, {
      method,
      headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    const answer = answerOf(response, await response.text())
    const faults = violationsOf('simulator', { method, target: target.pathname }, answer)
    if (faults.length > 0) throw new Error(faults.join('\n'))
    return { status: answer.status, body: answer.body as Body }
  }
}
