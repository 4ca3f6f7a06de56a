import { lengths, type SellerSchemas } from '../../contract/index.ts'
import { findInstances } from '../../db/instance/instances.ts'
import { type UsageTotal, findTotals } from '../../db/usage/totals.ts'
import { fillTemplate } from '../../ports/provisioning.ts'
import { type Envelope, answer, success } from '../../domain/answer.ts'
import type { AppInfo, Instance, Phase, UsageInfo } from '../../domain/instance/instance.ts'
import { Refusal, unknownInstance } from '../../domain/refusal.ts'
import { shownUsage } from '../../domain/usage/shown.ts'
import { formatStoreTime } from '../../domain/time/store-time.ts'
import type { Call } from '../call.ts'
import type { AnswerWith, Handle } from '../handler.ts'
import { movedHere, usable } from '../instance-access.ts'

type Query = Pick<SellerSchemas['QueryInstance'], 'instanceId'>
type InstanceInfo = SellerSchemas['InstanceInfo']
type QueryAnswer = AnswerWith<'info'>

const maxIds = lengths.queriedInstances
const mostUsage = lengths.shownUsage

/** How the addresses of an instance are told on the wire, by the call that asks for them. */
export type WriteAppInfo = (appInfo: AppInfo, call: Call<unknown>) => AppInfo

/** Shows instances. The ready ones stand in `info`, whatever the result code says. */
export const queryInstance = queryInstanceWith((appInfo) => appInfo)

/** The activity queryInstance of a generation that tells addresses in its own way. */
export function queryInstanceWith(write: WriteAppInfo): Handle<Query, QueryAnswer> {
  return async (call, services) => {
    const { db, vault } = services
    const ids = idsOf(call.body.instanceId)
    const [found, totals] = await Promise.all([findInstances(db, vault, ids), findTotals(db, ids)])
    const answer = shown(
      ids,
      found.map((one) => withUsage(one, totals)),
      call,
    )
    const info = answer.info?.map((one) =>
      one.appInfo ? { ...one, appInfo: write(one.appInfo, call) } : one,
    )
    return {
      answer: { ...answer, ...(info && { info }) },
      moved: found.map((one) => movedHere(one, call)),
    }
  }
}

// What the seller has set counts; else what was reported.
function withUsage(instance: Instance, totals: readonly UsageTotal[]): Instance {
  if (instance.usageInfo.length > 0) return instance
  return { ...instance, usageInfo: shownUsage(instance.instanceId, totals).slice(0, mostUsage) }
}

function shown(ids: readonly string[], found: readonly Instance[], call: Call<Query>): QueryAnswer {
  const own = found.flatMap((one) => usable(one, call) ?? [])
  const byId = new Map(own.map((instance) => [instance.instanceId, instance]))
  if (call.test) return success({ info: ids.map((id) => testInfo(id, byId, call)) })
  const asked = ids.map((id) => byId.get(id))
  const info = asked.flatMap((one) => (one?.phase === 'ready' ? infoOf(one) : []))
  return { ...codeOf(asked), info }
}

function idsOf(text: string): string[] {
  const ids = new Set(text.split(',').map((id) => id.trim()))
  ids.delete('')
  if (ids.size === 0) throw new Refusal('000002', 'instanceId is missing')
  if (ids.size > maxIds) throw new Refusal('000002', `instanceId holds more than ${maxIds} ids`)
  return [...ids]
}

// Our choice, no document settles it. While one is still being made the store has to ask again, which
// it does not after success; one that failed or is unknown must not hide those that are ready.
function codeOf(asked: readonly (Instance | undefined)[]): Envelope {
  const inPhase = (phase: Phase) => asked.find((one) => one?.phase === phase)
  if (inPhase('provisioning')) return answer('000004', 'provisioning')
  if (inPhase('ready')) return success()
  const failure = inPhase('failed')?.failure
  if (failure) return answer('000005', `provisioning failed: ${failure.reason}`)
  return answer('000003', unknownInstance().message)
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
function testInfo(id: string, byId: Map<string, Instance>, call: Call<Query>): InstanceInfo {
  const known = byId.get(id)
  if (known?.appInfo) return infoOf(known)
  return { instanceId: id, appInfo: fillTemplate(id, call.address.product) }
}
