import { pruneUnverified } from '../db/message/messages.ts'
import { ensurePartitions } from '../db/partitions.ts'
import { forgetNonces } from '../db/nonce/nonces.ts'
import type { Services } from '../calls/services.ts'
import type { KeyUsageTracker } from '../calls/key-usage-tracker.ts'

const everySecond = 1_000
// A timestamp is accepted for 60 s either way: an older nonce can never be replayed.
const nonceLifeMs = 3 * 60_000
const maxUnverified = 1_000

/** What has to be done now and then; every replica does it, it is safe to do twice. */
export interface Housekeeping {
  stop(): Promise<void>
}

export function startHousekeeping(services: Services, keyUsage: KeyUsageTracker): Housekeeping {
  const { db, now, limits, log } = services
  const tidy = async () => {
    await forgetNonces(db, new Date(now().getTime() - nonceLifeMs))
    await pruneUnverified(db, maxUnverified)
    await ensurePartitions(db, now())
  }
  const save = () => keyUsage.save(db)
  const attempt = (work: () => Promise<void>) => () => {
    work().catch((error: unknown) => log.warn({ err: error }, 'housekeeping'))
  }
  const timers = [
    setInterval(attempt(save), everySecond),
    setInterval(attempt(tidy), limits.tidyEveryMs),
  ]
  return {
    async stop() {
      for (const timer of timers) clearInterval(timer)
      await save().catch(() => undefined)
    },
  }
}
