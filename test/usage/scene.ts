import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '../../src/db/new-id.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import { type MovingClock, movingClock } from '../harness/moving-clock.ts'
import { type ServiceOptions, type TestService, keys, startService } from '../harness/service.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { until } from '../harness/until.ts'
import { type Reported, boughtLongAgo, recordOf, report, windowsOf } from './reported.ts'

/** A service and the store that it pushes usage to; the clock of both stands still until it is moved. */
export interface UsageScene {
  readonly service: TestService
  readonly store: OrderStore
  readonly clock: MovingClock
  /** An instance that was bought long ago, at `main` or another address. */
  bought(address?: string): Promise<string>
  /** Reports one record an hour of an instance, from 10 o'clock on, so many, and closes them. */
  used(instanceId: string, count?: number, more?: Partial<Reported>): Promise<void>
  /** The windows of an instance once none of them is on its way any more. */
  settled(instanceId: string): Promise<Awaited<ReturnType<typeof windowsOf>>>
  /** Lets so much time pass. */
  pass(ms: number): void
  /**
   * Lets time pass, eleven minutes at each look, until what is read is as wanted: the service notes
   * when it tries again after the store has seen the call, so time that passed once may be lost on it.
   */
  passUntil<Value>(
    read: () => Value | Promise<Value>,
    holds: (value: Value) => boolean,
    withinMs?: number,
  ): Promise<Value>
  stop(): Promise<void>
}

export const minuteMs = 60_000
export const hourMs = 60 * minuteMs
export const dayMs = 24 * hourMs

/** A key that was current before. */
export const formerKey = 'former-key-for-tests'

// All take calls that are signed with the key of tests, so the store is that of one account.
const addresses = {
  main: { basicKey: [keys.basic, formerKey] },
  tiers: { basicKey: keys.basic, usageMerge: 'off' },
  older: { basicKey: keys.basic, usagePush: 'old', usageLate: 'refuse' },
}

/** Opens a scene at noon of 2026-11-20, UTC. */
export async function openUsageScene(options: ServiceOptions = {}): Promise<UsageScene> {
  const clock = movingClock('2026-11-20 20:00')
  const store = await startOrderStore({ ...credentials, now: () => clock.now() })
  store.usage.rules.now = clock.now
  store.usage.rules.keys = [keys.basic]
  const folder = mkdtempSync(join(tmpdir(), 'koogate-usage-'))
  const file = join(folder, 'addresses.yaml')
  writeFileSync(file, JSON.stringify({ addresses }))
  const service = await startService({
    ...options,
    settings: { ...storeSettings(store), KOOGATE_CONFIG_FILE: file, ...options.settings },
    ports: { now: clock.now, ...options.ports },
    limits: {
      ...{ usageEveryMs: 50, tidyEveryMs: 200, siteProbeMs: 50, siteProbeAtMostMs: 100 },
      // Time that passes while a push is under way makes nobody take it for lost, and send it once more.
      usageLeaseMs: 365 * dayMs,
      ...options.limits,
    },
  })
  const isUnderWay = ({ state }: { state: string }) => ['open', 'ready', 'sending'].includes(state)
  return {
    service,
    store,
    clock,
    bought: (address) => boughtLongAgo(service, clock, {}, address),
    async used(instanceId, count = 1, more = {}) {
      const records = Array.from({ length: count }, (_, at) => {
        const begin = new Date(Date.parse('2026-11-20T10:00:00Z') - at * hourMs)
        const end = new Date(begin.getTime() + hourMs)
        const times = { beginTime: begin.toISOString(), endTime: end.toISOString() }
        return recordOf(instanceId, { recordId: newId(), ...times, ...more })
      })
      await report(service, records)
      clock.moveBy(2 * minuteMs)
    },
    settled: (instanceId) =>
      until(
        () => windowsOf(service, instanceId),
        (windows) => windows.length > 0 && !windows.some(isUnderWay),
      ),
    pass: (ms) => clock.moveBy(ms),
    passUntil: (read, holds, withinMs) =>
      until(
        async () => {
          clock.moveBy(11 * minuteMs)
          return read()
        },
        holds,
        withinMs,
      ),
    async stop() {
      await service.stop()
      rmSync(folder, { recursive: true })
      await store.close()
    },
  }
}
