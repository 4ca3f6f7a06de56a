import { type AlarmKey, clearAlarm, raiseAlarm } from '../calls/alarms.ts'
import { persist } from '../calls/persist.ts'
import type { Services } from '../calls/services.ts'
import { type CodeUse, claimCodeUses, settleCodeUses } from '../db/license-code/clients.ts'
import { listOpenSubjects } from '../db/alarm/alarms.ts'
import { findLicenses } from '../db/license/licenses.ts'
import { subjectOf } from '../domain/subject.ts'
import { isOfOneCode } from '../calls/codes/is-of-one-code.ts'
import { type UsedCode, infosOf, usageReport } from '../calls/codes/usage-report.ts'
import { isForeign, logItem } from './attempt.ts'
import type { RecurringJob } from './recurring.ts'

// The most that one report takes: so many codes, and so many clients of each.
const codesAtOnce = 100
const clientsAtOnce = 100
// Longer than a call of the store takes, at two hosts.
const leaseMs = 60_000
const againMs = 60_000
const unreadAgainMs = 60 * 60_000
const key: AlarmKey = 'license.usage'
const name = 'report-code-uses'

/**
 * Reports to the store who used codes (授权码软件使用统计), clients and numbers in reports of their own. It
 * looks at what was used and not at codes: without use there is no call.
 */
export function reportCodeUses(services: Services): RecurringJob {
  return {
    name,
    everyMs: services.limits.tidyEveryMs,
    async run(stopping) {
      for (const kind of ['clients', 'numbers'] as const) await reportAll(kind, services, stopping)
    },
  }
}

async function reportAll(
  kind: 'clients' | 'numbers',
  services: Services,
  stopping: AbortSignal | undefined,
): Promise<void> {
  const { db, now } = services
  const away: string[] = []
  while (stopping?.aborted !== true) {
    const uses = await claimCodeUses(db, {
      kind,
      codes: codesAtOnce,
      usesOfACode: kind === 'clients' ? clientsAtOnce : 1,
      exceptSites: away,
      now: now(),
      leaseUntil: new Date(now().getTime() + leaseMs),
    })
    if (uses.length === 0) return
    const bySite = Map.groupBy(await usedCodes(uses, services), ({ license }) => license.site)
    for (const [site, codes] of bySite) {
      if (!(await report(codes, services))) away.push(site)
    }
  }
}

/** Opens uses: together, and code by code where one cannot be read, which keeps no other one waiting. */
async function usedCodes(uses: readonly CodeUse[], services: Services): Promise<UsedCode[]> {
  const byCode = Map.groupBy(uses, ({ licenseId }) => licenseId)
  try {
    return await openedCodes(byCode, services)
  } catch (error) {
    if (!(error instanceof Error) || isForeign(error)) throw error
    const [licenseId, ...others] = byCode.keys()
    if (others.length === 0) {
      logItem({ job: name, licenseId }, error, services)
      await settleAt(uses, unreadAgainMs, services)
      return []
    }
    const opened: UsedCode[] = []
    for (const own of byCode.values()) opened.push(...(await usedCodes(own, services)))
    return opened
  }
}

async function openedCodes(
  byCode: ReadonlyMap<string, readonly CodeUse[]>,
  { db, vault }: Services,
): Promise<UsedCode[]> {
  const licenses = await findLicenses(db, vault, [...byCode.keys()])
  return licenses.map((license) => {
    const uses = byCode.get(license.licenseId) ?? []
    return { license, uses, infos: infosOf(uses, vault) }
  })
}

/**
 * Reports codes of one account: together, and one by one where that is refused. False if the store does not
 * answer.
 */
async function report(codes: readonly UsedCode[], services: Services): Promise<boolean> {
  const [first] = codes
  if (first === undefined) return true
  const { site } = first.license
  const result = await services.stores
    .of(site)
    ?.call('reportSoftwareUsage', { body: usageReport(codes) })
  if (result?.ok === true) await taken(codes, result.answer.data, services)
  else if (result === undefined || !isOfOneCode(result)) await later(codes, services)
  else if (codes.length === 1) await refused(first, result.code, services)
  else return reportEach(codes, services)
  return result !== undefined && (result.ok || isOfOneCode(result))
}

async function reportEach(codes: readonly UsedCode[], services: Services): Promise<boolean> {
  for (const [at, one] of codes.entries()) {
    // A hundred slow calls take longer than the lease of one report.
    await settleAt(usesOf(codes.slice(at)), leaseMs, services)
    if (await report([one], services)) continue
    await later(codes.slice(at + 1), services)
    return false
  }
  return true
}

/** The store has them. Its answer may name codes that it did not take, in a form that no page shows. */
async function taken(
  codes: readonly UsedCode[],
  answer: unknown,
  services: Services,
): Promise<void> {
  const named = new Set(textsIn(answer))
  const isNamed = ({ license }: UsedCode) => license.code !== null && named.has(license.code)
  const [doubtful, well] = [codes.filter(isNamed), codes.filter((one) => !isNamed(one))]
  await settleCodeUses(services.db, usesOf(well), { nextAt: null })
  for (const one of doubtful) await refused(one, 'check_fail', services)
  await clearAlarms(well, services)
}

function later(codes: readonly UsedCode[], services: Services): Promise<void> {
  return settleAt(usesOf(codes), againMs, services)
}

/** Nobody reports them before so much time has passed. */
async function settleAt(
  uses: readonly CodeUse[],
  ms: number,
  { db, now }: Services,
): Promise<void> {
  await settleCodeUses(db, uses, { nextAt: new Date(now().getTime() + ms) })
}

async function refused(one: UsedCode, refusedCode: string, services: Services): Promise<void> {
  await settleCodeUses(services.db, one.uses, { nextAt: null, refusedCode })
  const text = `the store did not take who used the code (${refusedCode}); it is not reported again`
  await persist({ alarms: [raiseAlarm(key, subjectOfCode(one), text)] }, services)
}

async function clearAlarms(codes: readonly UsedCode[], services: Services): Promise<void> {
  const open = new Set(await listOpenSubjects(services.db, key))
  const ended = codes.map(subjectOfCode).filter((subject) => open.has(subject))
  if (ended.length === 0) return
  await persist({ alarms: ended.map((subject) => clearAlarm(key, subject)) }, services)
}

function subjectOfCode({ license }: UsedCode): string {
  return subjectOf('license', license.licenseId)
}

function usesOf(codes: readonly UsedCode[]): CodeUse[] {
  return codes.flatMap(({ uses }) => uses)
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
