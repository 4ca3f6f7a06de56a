import { isDeepStrictEqual } from 'node:util'
import type { ManagementSchemas } from '../contract/index.ts'
import { parseDateTime } from '../domain/time/date-time.ts'
import type { UsageInfo } from '../domain/instance/instance.ts'
import { showUsage } from '../domain/instance/life-cycle.ts'
import { changeInstance } from './change-instance.ts'
import type { ManagementHandler } from './context.ts'
import { viewDetail } from './instance-view.ts'
import { type FaultyField, faultyRequest, inBody } from './problem.ts'

type UsageEntry = ManagementSchemas['UsageEntry']

/** Sets the usage that queryInstance shows, in place of what was there. */
export const putUsageInfo: ManagementHandler<'putUsageInfo'> = async (request, { services }) => {
  const usageInfo = usageFrom(request.body.usageInfo)
  const instance = await changeInstance(request, services, (found) => {
    const same = isDeepStrictEqual(usageInfo, found.usageInfo)
    return { instance: same ? found : showUsage(found, usageInfo, services.now()) }
  })
  return viewDetail(instance, services)
}

function usageFrom(entries: readonly UsageEntry[]): UsageInfo[] {
  const faults = entries.flatMap(({ usageValue }, i): FaultyField[] =>
    hasFourDecimals(usageValue)
      ? []
      : [inBody(`usageInfo/${i}/usageValue`, 'must NOT have more than 4 decimals')],
  )
  if (faults.length > 0) throw faultyRequest(faults)
  return entries.map(usageOf)
}

// JSON Schema's multipleOf refuses numbers such as 0.0003, which no binary fraction is.
function hasFourDecimals(value: number): boolean {
  return Number(value.toFixed(4)) === value
}

function usageOf({ usageValue, statisticalTime, relatedInstanceId, dashboardUrl }: UsageEntry) {
  return {
    usageValue,
    statisticalTime: parseDateTime(statisticalTime)?.toISOString() ?? statisticalTime,
    ...(relatedInstanceId && { relatedInstanceId }),
    ...(dashboardUrl && { dashboardUrl }),
  }
}
