/** How many requests to one endpoint are under way, how many more there could be, and how many at most. */
export interface Occupancy {
  readonly own: number
  readonly free: number
  readonly atMost: number
}

/**
 * How many more lanes an endpoint may take: it has half as many at most as then stay free for others, so
 * that even many slow ones leave something for the next; one that has none may take the last.
 */
export function courierShare({ own, free, atMost }: Occupancy): number {
  const fair = Math.floor((free - 2 * own) / 3)
  const least = own === 0 ? Math.min(1, free) : 0
  return Math.max(least, Math.min(atMost - own, fair))
}
