/** How many requests to an endpoint are under way, how many more there could be, and how many at most. */
export interface Occupancy {
  readonly own: number
  readonly free: number
  readonly atMost: number
  /** What it always has, as each of the others has. */
  readonly least: number
  /** Of what is free what the others lack of theirs. */
  readonly reserved: number
}

/**
 * How many more lanes an endpoint may take: of what is nobody's it has half as many at most as then stay
 * free, and its own room whatever the others do, so that even many slow ones never keep a fast one out.
 */
export function courierShare({ own, free, atMost, least, reserved }: Occupancy): number {
  const fair = Math.floor((free - reserved - 2 * own) / 3)
  const wanted = Math.max(least - own, fair)
  return Math.max(0, Math.min(free, atMost - own, wanted))
}

/** How many couriers each of so many endpoints always has: half of all are shared out so, one at least. */
export function leastCouriers(endpoints: number, atOnce: number): number {
  return Math.max(1, Math.floor(atOnce / 2 / endpoints))
}

/** What endpoints, each with so many under way, lack of what they always have. */
export function reservedCouriers(running: readonly number[], least: number): number {
  return running.reduce((sum, own) => sum + Math.max(0, least - own), 0)
}

/** What an endpoint has at a claim, and how many of its lanes were delivered between the last two. */
export interface ClaimedAhead {
  readonly room: number
  readonly waiting: number
  readonly pace: number
  readonly atMost: number
}

/**
 * How many lanes to claim: for the room that there is, and ahead of it as many as are delivered until this
 * claim is answered and from then until the next one is, so that no room waits for a claim. Who answers slowly
 * has few claimed ahead, who fails none.
 */
export function lanesToClaim({ room, waiting, pace, atMost }: ClaimedAhead): number {
  return room + Math.min(atMost, 2 * pace) - waiting
}
