import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Target } from '../../../src/conform/target.ts'
import type { AccessKeys } from '../../../src/simulator/calls/access-keys.ts'
import { serve } from './http.ts'
import { emptyMemory } from './memory.ts'
import type { Seller, SellerOptions, Twin } from './parts.ts'
import { right } from './right.ts'

export interface StartedSeller {
  /** Its origin; the interfaces are below /main, as urlOf has them. */
  readonly url: URL
  /** For looking into what it remembers. */
  readonly seller: Seller
  readonly close: () => Promise<void>
}

export interface StartOptions extends Omit<SellerOptions, 'keys'> {
  readonly keys: AccessKeys
  /** The keys before those, which are still accepted while the store changes over. */
  readonly formerKeys?: AccessKeys
  readonly twin?: Twin
}

/** Starts a seller on a free port of the loopback; with a twin one that has its mistake. */
export async function startSeller(options: StartOptions): Promise<StartedSeller> {
  const seller = createSeller(options)
  const server = createServer((request, response) => {
    // What fails here is a connection that went away.
    serve(request, response, seller).catch(() => response.destroy())
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  return {
    url: new URL(`http://127.0.0.1:${port}`),
    seller,
    async close() {
      const closed = new Promise((done) => server.close(done))
      server.closeAllConnections()
      await closed
    },
  }
}

/** Where its interfaces are, each generation at the path that urlOf gives it. */
export function targetOf({ url: origin }: Pick<StartedSeller, 'url'>): Target {
  const at = (path: string) => new URL(`main/${path}`, origin)
  const urls = { licenseA: at('license'), licenseB: at('license'), licenseC: at('license-code') }
  return { url: at('saas'), urls: { ...urls, orders: at('orders') } }
}

function createSeller({ keys, formerKeys, twin, ...options }: StartOptions): Seller {
  const accepted = (type: keyof AccessKeys) =>
    formerKeys === undefined ? [keys[type]] : [keys[type], formerKeys[type]]
  return {
    ...options,
    keys: {
      basic: accepted('basic'),
      v1: accepted('v1'),
      kit: accepted('kit'),
      license: accepted('license'),
      order: accepted('order'),
    },
    does: { ...right, ...twin },
    memory: emptyMemory(),
  }
}
