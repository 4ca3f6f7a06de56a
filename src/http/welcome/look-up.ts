import type { Services } from '../../calls/services.ts'
import { createSlots } from '../../calls/slots.ts'
import { lengths } from '../../contract/index.ts'
import { isDatabaseUnavailable } from '../../db/database-unavailable.ts'
import { createFindSoldToBuyer } from '../../db/instance/find-sold-to-buyer.ts'
import type { Instance } from '../../domain/instance/instance.ts'
import { isStorable } from '../../domain/storable-text.ts'
import { raceTimeout } from '../../race-timeout.ts'

/** Too many wait, or the database is slow. */
class LookUpRefused extends Error {}

/** Finds the instance that a segment of a path names, if a buyer has it. */
export type LookUp = (segment: string) => Promise<Instance | undefined>

/** Bounds how many wait, and for how long: who asks is not known. */
export function createLookUp({
  db,
  vault,
  limits,
}: Pick<Services, 'db' | 'vault' | 'limits'>): LookUp {
  const find = createFindSoldToBuyer(db, vault)
  const slots = createSlots(limits.welcomeAtOnce)
  return async (segment) => {
    const instanceId = decoded(segment)
    if (instanceId === undefined) return undefined
    const giveBack = slots.take()
    if (giveBack === undefined) throw new LookUpRefused('too many wait')
    const found = find(instanceId).finally(giveBack)
    return raceTimeout(limits.welcomeWithinMs, found, () => {
      throw new LookUpRefused('the database is slow')
    })
  }
}

/** Whether nobody could look, for no fault of ours. */
export function couldNotLook(error: unknown): boolean {
  return error instanceof LookUpRefused || isDatabaseUnavailable(error)
}

// What no instance can be called is not looked for.
function decoded(segment: string): string | undefined {
  try {
    const id = decodeURIComponent(segment)
    return id.length <= lengths.instanceId && isStorable(id) ? id : undefined
  } catch {
    return undefined
  }
}
