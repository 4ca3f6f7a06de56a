import type { ManagementSchemas } from '../../src/contract/index.ts'
import type { TestService } from '../harness/service.ts'
import { until } from '../harness/until.ts'
import { manage, read } from './client.ts'

export type MessageRerun = ManagementSchemas['MessageRerun']
export type Filter = ManagementSchemas['MessageFilter']
type RerunMessage = ManagementSchemas['RerunMessage']
type Service = Pick<TestService, 'url'>

const body = (filter: Filter, dryRun: boolean) =>
  ({ method: 'POST', body: { filter, dryRun } }) as const

/** What a filter comes to. */
export const dryRun = (service: Service, filter: Filter): Promise<MessageRerun> =>
  read(service, 'MessageRerun', '/message-reruns', body(filter, true))

/** Begins to run again all that match. */
export const begin = (service: Service, filter: Filter): Promise<MessageRerun> =>
  read(service, 'MessageRerun', '/message-reruns', body(filter, false))

/** The same, where it is refused. */
export const tryBegin = (service: Service, filter: Filter) =>
  manage(service, '/message-reruns', body(filter, false))

export const rerunOf = (service: Service, id: string | null): Promise<MessageRerun> =>
  read(service, 'MessageRerun', `/message-reruns/${id ?? ''}`)

export const whenEnded = (service: Service, { id }: MessageRerun): Promise<MessageRerun> =>
  until(
    () => rerunOf(service, id),
    ({ state }) => state !== 'running',
  )

/** Its calls, the newest first. */
export async function callsOf(
  service: Service,
  id: string | null,
  query = '',
): Promise<readonly RerunMessage[]> {
  const path = `/message-reruns/${id ?? ''}/messages?limit=200${query}`
  return (await read(service, 'RerunMessageList', path)).items
}

/** The number of skipped calls by reason. */
export const reasonsOf = (skips: MessageRerun['skipped']): Record<string, number> =>
  Object.fromEntries(skips.map(({ reason, count }) => [reason, count]))
