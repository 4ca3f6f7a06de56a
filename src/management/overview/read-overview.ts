import { openAlarmsAbout, openAlarmsByKey } from '../../db/alarm/open-alarms.ts'
import { bounded, mostCounted } from '../../db/bounded-count.ts'
import { countAttention } from '../../db/instance/count-attention.ts'
import { listKeyUsages } from '../../db/key-usage/key-usages.ts'
import { countLicensesToMake, countRefusedLicenses } from '../../db/license/count-licenses.ts'
import { listRefusedCalls } from '../../db/message/refused-calls.ts'
import { listDialTests } from '../../db/standing/dial-tests.ts'
import { countFailedOrders, listPurchasesAtRisk } from '../../db/standing/failing-purchases.ts'
import { usageAtRisk } from '../../db/usage/usage-at-risk.ts'
import { listFailingEndpoints } from '../../db/webhook/failing-endpoints.ts'
import { attachedKeys } from '../../domain/overview/needs-of-alarms.ts'
import { dayMs, monthOf } from '../../domain/standing/beijing-calendar.ts'
import { subjectOf } from '../../domain/subject.ts'
import { takenForMs } from '../../domain/usage/record.ts'
import { riskDays } from '../../domain/usage/window.ts'
import type { ManagementContext } from '../context.ts'
import { dialTestsOf, daysRead } from './dial-tests-of.ts'
import { refusedSignatures } from './refused-signatures.ts'

const refusedForMs = dayMs
// So many alarms of a key are told one by one.
const alarmsOfKey = 3

/** What the overview is made of. */
export type OverviewSeen = Awaited<ReturnType<typeof readOverview>>

/** Reads what is known of the present; each look is at few rows, however much was sold. */
export async function readOverview(context: ManagementContext, now: Date) {
  const { db } = context.services
  const [seen, several, alarms] = await Promise.all([
    readClocks(context, now),
    readSeveral(context),
    openAlarmsByKey(db, { except: attachedKeys, first: alarmsOfKey }),
  ])
  const attached = await openAlarmsAbout(db, attachedKeys, subjectsOf(seen))
  const byCause = new Map(attached.map((one) => [`${one.key} ${one.subject}`, one]))
  const alarmOf = (key: string, subject: string) => byCause.get(`${key} ${subject}`)
  return { ...seen, ...several, alarms, alarmOf }
}

async function readClocks({ services, addresses }: ManagementContext, now: Date) {
  const { db, webhooks } = services
  const ago = (ms: number) => new Date(now.getTime() - ms)
  const month = monthOf(now)
  const all = [...addresses.values()]
  const [purchases, tests, failed, usage, endpoints, refused, uses] = await Promise.all([
    listPurchasesAtRisk(db, mostCounted + 1),
    listDialTests(db, ago(daysRead * dayMs)),
    countFailedOrders(db, month.from),
    usageAtRisk(db, riskBounds(now)),
    listFailingEndpoints(
      db,
      webhooks.endpoints.map(({ id }) => id),
    ),
    listRefusedCalls(db, ago(refusedForMs)),
    listKeyUsages(db),
  ])
  const sites = [...new Set(all.map(({ site }) => site))]
  return {
    purchases: purchases.slice(0, mostCounted),
    purchasesWaiting: bounded(purchases.length),
    dialTests: dialTestsOf(all, tests, now),
    failedOrders: sites.map((site) => ({
      site,
      month: month.name,
      failed: failed.get(site) ?? 0,
    })),
    usage: usage.instances,
    usageWaiting: usage.atRisk,
    endpoints: endpoints.map((row) => ({
      id: row.id,
      url: row.url ?? webhooks.endpoints.find(({ id }) => id === row.id)?.url ?? '',
      state: row.state,
      failures: row.failures,
      failingSince: row.failing_since,
      disabledReason: row.disabled_reason,
      pausedUntil: row.paused_until,
    })),
    signatures: refusedSignatures(refused, uses),
  }
}

// None that is given up later has waited for so long.
function riskBounds(now: Date) {
  const [days] = riskDays
  const begin = new Date(now.getTime() - days * dayMs)
  return { begin, deadline: new Date(begin.getTime() + takenForMs) }
}

async function readSeveral({ services: { db } }: ManagementContext) {
  const [licensesRefused, licensesWaiting, attention] = await Promise.all([
    countRefusedLicenses(db),
    countLicensesToMake(db),
    countAttention(db),
  ])
  return { licensesRefused, licensesWaiting, attention }
}

function subjectsOf(seen: Awaited<ReturnType<typeof readClocks>>): string[] {
  return [
    ...seen.dialTests.map(({ address }) => subjectOf('address', address)),
    ...seen.failedOrders.map(({ site }) => subjectOf('site', site)),
    ...seen.usage.map(({ instanceId }) => subjectOf('instance', instanceId)),
    ...seen.endpoints.map(({ id }) => subjectOf('webhook-endpoint', id)),
  ]
}
