import type { ManagementSchemas } from '../../src/contract/index.ts'
import { read } from '../management/client.ts'
import type { MovingClock } from '../harness/moving-clock.ts'
import type { TestService } from '../harness/service.ts'
import { newOrder, purchaseOf, storeCall } from '../harness/store.ts'

export type Report = ManagementSchemas['UsageReport']
export type Reported = ManagementSchemas['ReportedUsage']

let made = 0

/** Buys an instance as if it had been long ago, so that usage of the weeks before is usage of it. */
export async function boughtLongAgo(
  service: TestService,
  clock: Pick<MovingClock, 'now'>,
  more: Readonly<Record<string, unknown>> = {},
  address = 'main',
): Promise<string> {
  const timestamp = String(clock.now().getTime())
  const { body } = await storeCall(service, purchaseOf(newOrder(), more), { timestamp, address })
  const id = String(body['instanceId'])
  await service.db
    .updateTable('sold_instances')
    .set({ created_at: new Date('2026-10-01T00:00:00Z') })
    .where('instance_id', '=', id)
    .execute()
  return id
}

/** A sound record of an instance, an hour that was over at a time; what is left out is right. */
export function recordOf(instanceId: string, more: Partial<Reported> = {}): Reported {
  made += 1
  return {
    instanceId,
    recordId: `record-${made}`,
    beginTime: '2026-11-20T10:00:00Z',
    endTime: '2026-11-20T11:00:00Z',
    value: '1',
    ...more,
  }
}

/** Reports records. */
export function report(
  service: TestService,
  records: readonly Reported[],
  more: { readonly test?: boolean } = {},
): Promise<Report> {
  return read(service, 'UsageReport', '/usage', { method: 'POST', body: { records, ...more } })
}

/** The outcomes, each with its code, as `refused too-old`. */
export function outcomesOf({ results }: Report): string[] {
  return results.map(({ outcome, code, warning }) =>
    [outcome, code, warning].filter((word) => word !== null).join(' '),
  )
}

/** A window by its id. */
export function windowOf(service: TestService, meteringSn: string | null | undefined) {
  return read(service, 'UsageWindowDetail', `/usage/windows/${meteringSn ?? ''}`)
}

/** All windows of an instance, the oldest first. */
export async function windowsOf(service: TestService, instanceId: string) {
  const { items } = await read(
    service,
    'UsageWindowList',
    `/usage/windows?instanceId=${instanceId}&limit=200`,
  )
  return items.toSorted((one, other) => (one.beginTime < other.beginTime ? -1 : 1))
}
