import { isDeepStrictEqual } from 'node:util'
import type { ManagementSchemas } from '../contract/index.ts'
import type { AppInfo, Instance, InstanceFamily } from '../domain/instance/instance.ts'
import { maxV1FieldLength, tooLongForV1 } from '../calls/v1-app-info.ts'
import { provisioned } from '../calls/asks/settle.ts'
import type { InstanceChange } from '../calls/change-instance.ts'
import { changeInstance } from './change-instance.ts'
import type { ManagementHandler } from './context.ts'
import { viewDetail } from './instance-view.ts'
import { type FaultyField, faultyRequest, inBody } from './problem.ts'

type PutAppInfoRequest = ManagementSchemas['PutAppInfoRequest']

/** Sets how the buyer gets in, which completes a provisioning that was pending or has failed. */
export const putAppInfo: ManagementHandler<'putAppInfo'> = async (request, { services }) => {
  const { body } = request
  const instance = await changeInstance(request, services, (found) =>
    withAppInfo(found, fitting(found, appInfoFrom(body, found.appInfo)), services.now()),
  )
  return viewDetail(instance, services)
}

function fitting({ family }: Instance, appInfo: AppInfo): AppInfo {
  const faults = appInfoFaults(family, appInfo)
  if (faults.length > 0) throw faultyRequest(faults)
  return appInfo
}

/** What of the buyer's entrance the family cannot tell the store; `at` is where it stands in the request. */
export function appInfoFaults(family: InstanceFamily, appInfo: AppInfo, at = ''): FaultyField[] {
  const message = `must NOT be longer than ${maxV1FieldLength} characters once it is encrypted for V1`
  return tooLongForV1(family, appInfo).map((field) => inBody(`${at}${field}`, message))
}

function withAppInfo(instance: Instance, appInfo: AppInfo, now: Date): InstanceChange {
  const ready = instance.phase === 'ready'
  if (ready && isDeepStrictEqual(appInfo, instance.appInfo)) return { instance }
  return provisioned(instance, { outcome: 'ready', appInfo }, now)
}

/**
 * The buyer's entrance as a request tells it; a text that is empty is none. A password cannot be read
 * back to be sent again: left out, the kept one stays.
 */
export function appInfoFrom(body: PutAppInfoRequest, kept: AppInfo | null): AppInfo {
  const { frontEndUrl, adminUrl, userName, memo } = body
  const password = body.password === undefined ? kept?.password : body.password
  return {
    frontEndUrl,
    ...(adminUrl && { adminUrl }),
    ...(userName && { userName }),
    ...(password && { password }),
    ...(memo && { memo }),
  }
}
