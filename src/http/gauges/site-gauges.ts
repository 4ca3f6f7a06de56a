import { Gauge, type Registry } from 'prom-client'
import type { StoreClients } from '../../store-api/store-client.ts'

/** How the sites stand, as this process has seen it: each replica tells its own. */
export function registerSiteGauges(registry: Registry, stores: StoreClients): void {
  const circuit = new Gauge({
    name: 'koogate_site_circuit_open',
    help: 'Whether a site is not called (1), by the cause: it refuses our access, or is away.',
    labelNames: ['site', 'cause'],
    registers: [registry],
    collect() {
      for (const client of stores.all) {
        const { site, cause } = client.standing()
        for (const one of ['access', 'away'] as const) {
          circuit.set({ site, cause: one }, cause === one ? 1 : 0)
        }
      }
    },
  })
  const skew = new Gauge({
    name: 'koogate_site_clock_skew_seconds',
    help: 'How far the clock of a site is ahead of ours.',
    labelNames: ['site'],
    registers: [registry],
    collect() {
      for (const client of stores.all) {
        const { site, skewMs } = client.standing()
        skew.set({ site }, skewMs / 1_000)
      }
    },
  })
}
