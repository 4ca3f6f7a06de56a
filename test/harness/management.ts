import { sendTo } from './contract-hook.ts'
import type { TestService } from './service.ts'
import { readerOf } from './tokens.ts'

export interface ManagementAnswer {
  readonly status: number
  readonly body: Record<string, unknown>
}

/** Calls the management API with the token, or with another Authorization. */
export async function manage(
  service: Pick<TestService, 'url' | 'managementToken'>,
  path: string,
  init: { method?: string; body?: unknown; authorization?: string | null } = {},
): Promise<ManagementAnswer> {
  const { method = 'GET', body, authorization = `Bearer ${service.managementToken}` } = init
  const { status, body: members } = await sendTo(service, `/api/v1${path}`, {
    method,
    headers: {
      ...(authorization !== null && { authorization }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  })
  return { status, body: members }
}

/** An instance as the management API shows it to who may read and sees nothing private. */
export async function instanceOf(
  service: Pick<TestService, 'url' | 'managementToken'>,
  instanceId: string,
): Promise<Record<string, unknown>> {
  const path = `/instances/${encodeURIComponent(instanceId)}`
  return (await manage(service, path, { authorization: await readerOf(service) })).body
}
