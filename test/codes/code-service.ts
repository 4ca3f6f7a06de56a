import { afterAll, beforeAll } from 'vitest'
import type { ManagementSchemas } from '../../src/contract/index.ts'
import { type OrderStore, startOrderStore } from '../../src/simulator/api/order-store.ts'
import type { Limits } from '../../src/limits.ts'
import type { MovingClock } from '../harness/moving-clock.ts'
import { type TestService, newId, startService } from '../harness/service.ts'
import { credentials, storeSettings } from '../harness/store-settings.ts'
import { read } from '../management/client.ts'

/** A service whose clock is moved, and its store, which has the same clock. */
export interface CodeService {
  readonly service: TestService
  readonly store: OrderStore
}

/** Starts both for the tests of a file. */
export function codeService(clock: MovingClock, limits: Partial<Limits> = {}): CodeService {
  const started: { service?: TestService; store?: OrderStore } = {}
  beforeAll(async () => {
    started.store = await startOrderStore({ ...credentials, now: clock.now })
    started.service = await startService({
      settings: storeSettings(started.store),
      ports: { now: clock.now },
      limits: { codeWithinMs: 2_000, tidyEveryMs: 100, ...limits },
    })
  })
  afterAll(async () => {
    await started.service?.stop()
    await started.store?.close()
  })
  const there = <One>(one: One | undefined): One => {
    if (one === undefined) throw new Error('it has not started')
    return one
  }
  return {
    get service() {
      return there(started.service)
    },
    get store() {
      return there(started.store)
    },
  }
}

/** A code that nobody else has. */
export const newCode = () => newId('PL').toUpperCase()

type Schemas = ManagementSchemas

/** What became of codes that are activated. */
export async function activate(
  { service }: CodeService,
  codes: readonly string[],
  more: Readonly<Record<string, unknown>> = {},
): Promise<readonly Schemas['ActivatedLicenseCode'][]> {
  const options = { method: 'POST', body: { codes, ...more } } as const
  return (await read(service, 'ActivatedLicenseCodes', '/license-codes/activate', options)).items
}

/** Whether a code may be used. */
export function check(
  { service }: CodeService,
  code: string,
  more: Readonly<Record<string, unknown>> = {},
): Promise<Schemas['LicenseCodeCheck']> {
  const options = { method: 'POST', body: { code, ...more } } as const
  return read(service, 'LicenseCodeCheck', '/license-codes/check', options)
}

/** How often the store was called about a code. */
export function callsOf({ store }: CodeService, call: string, code: string): number {
  return store.codes.calls.filter((one) => one.call === call && one.codes.includes(code)).length
}
