const rememberedMs = 60_000

/** In which order the hosts of a site are asked. */
export interface HostOrder {
  next(): readonly URL[]
  /** Hears which one answered. */
  answered(host: URL): void
}

/**
 * The first host, then those that stand in for it; one that had to stand in goes first for a minute, so
 * that not every call waits for the one that is away.
 */
export function createHostOrder(hosts: readonly URL[]): HostOrder {
  let standIn: URL | undefined
  let until = 0
  return {
    next() {
      if (standIn === undefined || performance.now() > until) return hosts
      return [standIn, ...hosts.filter((host) => host !== standIn)]
    },
    answered(host) {
      if (host === hosts[0]) standIn = undefined
      else if (host !== standIn || performance.now() > until) {
        standIn = host
        until = performance.now() + rememberedMs
      }
    },
  }
}
