import { EventEmitter } from 'node:events'
import { type StoreClientOptions, createStoreClient } from './create-store-client.ts'
import type { SiteStanding, StoreClients } from './store-client.ts'

/** What all sites have in common. */
export type CommonOptions = Pick<
  StoreClientOptions,
  'timeoutMs' | 'circuit' | 'now' | 'span' | 'onAttempt' | 'onStanding'
>

/** A site that this process has access keys of. */
export type AccessibleSite = Omit<StoreClientOptions, keyof CommonOptions>

/** No site: nobody is asked. */
export const noStores: StoreClients = {
  of: () => undefined,
  all: [],
  onRecovered: () => () => undefined,
  close: () => Promise.resolve(),
}

/** Makes the clients of sites; each has a circuit, a clock and a pause of its own. */
export function createStoreClients(
  sites: readonly AccessibleSite[],
  common: CommonOptions,
): StoreClients {
  const recovered = new EventEmitter<{ recovered: [site: string] }>().setMaxListeners(0)
  const onStanding = (before: { circuit: string }) => (standing: SiteStanding) => {
    common.onStanding(standing)
    const isRecovered = standing.circuit === 'closed' && before.circuit !== 'closed'
    before.circuit = standing.circuit
    if (isRecovered) recovered.emit('recovered', standing.site)
  }
  const all = sites.map((site) =>
    createStoreClient({ ...site, ...common, onStanding: onStanding({ circuit: 'closed' }) }),
  )
  const bySite = new Map(all.map((client) => [client.site, client]))
  return {
    of: (site) => bySite.get(site),
    all,
    onRecovered(listener) {
      recovered.on('recovered', listener)
      return () => void recovered.off('recovered', listener)
    },
    async close() {
      await Promise.all(all.map((client) => client.close()))
    },
  }
}
