import { limits, type SellerSchemas } from '../../contract/index.ts'
import { findInstances } from '../../db/instance/instances.ts'
import { fillTemplate } from '../../ports/provisioning.ts'
import { type Answer, answer, success } from '../../domain/answer.ts'
import type { AppInfo, Instance, UsageInfo } from '../../domain/instance/instance.ts'
import { Refusal, unknownInstance } from '../../domain/refusal.ts'
import { formatStoreTime } from '../../domain/time/store-time.ts'
import type { Ask, Decide } from '../call.ts'
import { isOwn } from '../instance-access.ts'
import type { Services } from '../services.ts'

type Query = Pick<SellerSchemas['QueryInstance'], 'instanceId'>
type InstanceInfo = SellerSchemas['InstanceInfo']

const mostIds = limits.queriedInstances

/** How the addresses of an instance are told on the wire, by the call that asks for them. */
export type TellAppInfo = (appInfo: AppInfo, ask: Ask<unknown>) => AppInfo

/** Shows instances. What is known stands in `info`, whatever the result code says. */
export const queryInstance = queryInstanceTelling((appInfo) => appInfo)

/** The activity queryInstance of a generation that tells addresses in its own way. */
export function queryInstanceTelling(tell: TellAppInfo): Decide<Query> {
  return async (ask, services) => {
    const answer = await shown(ask, services)
    const info = answer.info?.map((one) =>
      one.appInfo ? { ...one, appInfo: tell(one.appInfo, ask) } : one,
    )
    return { answer: { ...answer, ...(info && { info }) } }
  }
}

async function shown(ask: Ask<Query>, { db, vault }: Services): Promise<Answer> {
  const ids = idsOf(ask.body.instanceId)
  const found = (await findInstances(db, vault, ids)).filter((one) => isOwn(one, ask))
  const byId = new Map(found.map((instance) => [instance.instanceId, instance]))
  if (ask.test) return success({ info: ids.map((id) => testInfo(id, byId, ask)) })
  const asked = ids.map((id) => byId.get(id))
  const info = asked.filter((one) => one !== undefined).map((one) => infoOf(one))
  return { ...worstOf(asked), info }
}

function idsOf(text: string): string[] {
  const ids = new Set(text.split(',').map((id) => id.trim()))
  ids.delete('')
  if (ids.size === 0) throw new Refusal('000002', 'instanceId is missing')
  if (ids.size > mostIds) throw new Refusal('000002', `instanceId holds more than ${mostIds} ids`)
  return [...ids]
}

// The worst news first: an unknown id, then a failed one, then one that is still being made.
function worstOf(asked: readonly (Instance | undefined)[]): Answer {
  if (asked.includes(undefined)) return answer('000003', unknownInstance().message)
  const failed = asked.find((one) => one?.phase === 'failed')
  if (failed) return answer('000005', `provisioning failed: ${failed.failure?.reason ?? ''}`)
  const provisioning = asked.some((one) => one?.phase === 'provisioning')
  return provisioning ? answer('000004', 'provisioning') : success()
}

function infoOf({ instanceId, appInfo, usageInfo }: Instance): InstanceInfo {
  return {
    instanceId,
    ...(appInfo && { appInfo }),
    ...(usageInfo.length > 0 && { usageInfo: usageInfo.map(wireUsage) }),
  }
}

function wireUsage({ statisticalTime, ...usage }: UsageInfo) {
  return { ...usage, statisticalTime: formatStoreTime(new Date(statisticalTime)) }
}

// The dial test asks for ids that never were or are released: it gets the template's addresses.
function testInfo(id: string, byId: Map<string, Instance>, ask: Ask<Query>): InstanceInfo {
  const known = byId.get(id)
  if (known?.appInfo) return infoOf(known)
  return { instanceId: id, appInfo: fillTemplate(id, ask.address.product) }
}
