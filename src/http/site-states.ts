import type { ManagementSchemas } from '../contract/index.ts'
import { isOff } from '../store-api/store-clock.ts'
import type { SiteStanding, StoreClients } from '../store-api/store-client.ts'

type SiteState = ManagementSchemas['SiteState']

/** How the sites that addresses belong to stand, those without access keys too. */
export function siteStates(sites: ReadonlySet<string>, stores: StoreClients): SiteState[] {
  const all = new Set([...sites, ...stores.all.map(({ site }) => site)])
  return [...all].map((site) => {
    const standing = stores.of(site)?.standing()
    if (standing === undefined) return { site, state: 'no-keys', since: null }
    return { site, state: stateOf(standing), since: standing.since.toISOString() }
  })
}

/** What is most to be seen to. */
export function stateOf({ cause, skewMs, pausedUntil }: SiteStanding): SiteState['state'] {
  if (cause !== undefined) return cause
  if (isOff(skewMs)) return 'clock'
  return pausedUntil === undefined ? 'ok' : 'paused'
}
