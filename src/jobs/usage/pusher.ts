import type { Services } from '../../calls/services.ts'
import { newId } from '../../db/new-id.ts'
import { type ClaimedBatch, claimBatch } from '../../db/usage/claim-batch.ts'
import { endPauses } from '../../db/usage/holds.ts'
import type { Address } from '../../domain/address.ts'
import type { UsageSite } from '../../domain/usage/push.ts'
import { raceTimeout } from '../../race-timeout.ts'
import { failureOf, isForeign, logFailure } from '../attempt.ts'
import { createBell } from '../bell.ts'
import type { CountAttempt, Worker } from '../worker.ts'
import { createSender } from './send-push.ts'
import { holdUnknown } from './hold-unknown.ts'
import { type Half, settlePush } from './settle-push.ts'

const job = 'push-usage'

type Addresses = ReadonlyMap<string, Address>

/**
 * Pushes usage to the stores of the sites whose access keys there are, beside any other process that
 * does: what ended first is pushed first, some calls of a site at once. A push that is split goes on with
 * its halves, one after the other, so that what is to blame is found in a few calls.
 */
export function startUsagePusher(
  sites: readonly UsageSite[],
  addresses: Addresses,
  services: Services,
  count: CountAttempt,
): Worker {
  const { db, newEvents, limits, log, stores } = services
  const stopping = new AbortController()
  const bell = createBell()
  const served = sites.map((site) => ({
    site,
    running: new Set<Promise<void>>(),
    push: createPush(site, addresses, services, stopping.signal),
  }))
  type Served = (typeof served)[number]

  const begin = ({ push, running }: Served, batch: ClaimedBatch) => {
    const pushing = attempt(() => push(batch)).finally(() => {
      running.delete(pushing)
      bell.ring()
    })
    running.add(pushing)
  }
  const attempt = async (work: () => Promise<void>) => {
    const error = await failureOf(work)
    const outcome = error === undefined ? 'done' : isForeign(error) ? 'failed' : 'defect'
    if (error !== undefined) logFailure({ job }, { outcome, error }, log)
    count(job, outcome)
  }
  const claimAll = async () => {
    for (const one of served) {
      const mayBegin = () => one.running.size < limits.usageAtOnce && one.site.isOpen()
      while (mayBegin() && !stopping.signal.aborted) {
        const batch = await claim({ site: one.site, addresses }, services)
        if (batch === undefined) break
        begin(one, batch)
      }
    }
  }
  // It answers again: what held pushes up is over.
  const forget = stores.onRecovered((site) => {
    void attempt(() => endPauses(db, [{ site, signer: '' }])).then(bell.ring)
  })
  const loop = async () => {
    // What somebody had to mend is mended, or found out anew.
    await attempt(() => endPauses(db))
    while (!stopping.signal.aborted) {
      await claimAll().catch((error: unknown) => {
        log.warn({ err: error }, 'usage could not be claimed')
      })
      await bell.wait(limits.usageEveryMs)
    }
  }
  newEvents.on('usage', bell.ring)
  const looping = loop()
  return {
    async stop() {
      newEvents.off('usage', bell.ring)
      forget()
      stopping.abort()
      bell.ring()
      await looping
      // What the store answers after that is lost; it is sent again, and known to be uncertain.
      await raceTimeout(
        limits.lastJobsMs,
        Promise.all(served.flatMap(({ running }) => [...running])),
        () => undefined,
      )
    },
  }
}

interface Claiming {
  readonly site: UsageSite
  readonly addresses: Addresses
  readonly half?: Half
}

function claim(
  { site: { site, limit }, addresses, half }: Claiming,
  { db, now, limits }: Services,
): Promise<ClaimedBatch | undefined> {
  const at = now()
  return claimBatch(db, {
    batchId: newId(),
    site,
    signers: [...addresses.values()].flatMap((one) => (one.site === site ? [one.name] : [])),
    half,
    limit,
    now: at,
    leaseUntil: new Date(at.getTime() + limits.usageLeaseMs),
  })
}

/** Makes what pushes a batch to its end. */
function createPush(
  site: UsageSite,
  addresses: Addresses,
  services: Services,
  stopping: AbortSignal,
): (batch: ClaimedBatch) => Promise<void> {
  const send = createSender(site.push, addresses)
  return async (first) => {
    let isTrusted = false
    const pushOne = async (batch: ClaimedBatch): Promise<readonly Half[]> => {
      const known = await holdUnknown(batch, addresses.get(batch.signer), services)
      if (known === undefined) return []
      const outcome = await send(known, stopping)
      isTrusted ||= outcome.ok
      return settlePush(known, outcome, services, isTrusted)
    }
    // Both halves are tried before one of them is split: if one is taken, the other is to blame.
    const pushHalves = async (halves: readonly Half[]): Promise<void> => {
      const refused: (readonly Half[])[] = []
      for (const half of halves) {
        if (stopping.aborted) return
        const batch = await claim({ site, addresses, half }, services)
        if (batch !== undefined) refused.push(await pushOne(batch))
      }
      for (const further of refused) await pushHalves(further)
    }
    await pushHalves(await pushOne(first))
  }
}
