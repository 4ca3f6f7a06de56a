import { timingSafeEqual } from 'node:crypto'
import type { StoreRequest } from '../../crypto/ak-sk-signature.ts'
import { signUsage } from '../../crypto/usage-signature.ts'
import type { StoreCode, WireAnswer } from './store-refusal.ts'
import { type StoreInstance, type TakenUsage, type WireRecord, judgeWire } from './usage-record.ts'

const paths: ReadonlyMap<string, 'new' | 'old'> = new Map([
  ['/api/mkp-openapi-public/global/v1/isv/usage-data', 'new'],
  ['/rest/marketplace/v1/isv/usage-data', 'old'],
])

/**
 * What is played at a push instead of the right answer: a code, with its HTTP status; a connection that
 * is reset or an answer that never comes, before or after the records are taken; a list that names a
 * record which was not sent.
 */
export type UsageFault =
  | {
      readonly code: StoreCode | '94060001'
      readonly status?: number
      readonly retryAfter?: number
    }
  | 'refuse'
  | 'hang'
  | 'take-and-refuse'
  | 'take-and-hang'
  | 'name-others'

/** How the store judges usage. */
export interface UsageRules {
  /** The keys that sign the new push, those of the basic interface. */
  keys: readonly string[]
  /** The most records of a call; more are refused with 9003. */
  limit: number
  /**
   * Where bad records are told: in a list (the newer edition), or not at all (the older one, which checks
   * afterwards).
   */
  tells: 'list' | 'nothing'
  /** A code that refuses every call with a record of this instance. */
  readonly poison: Map<string, StoreCode>
  /** A code that refuses every call. */
  refusesAll: StoreCode | undefined
  /** What is known of an instance; undefined where it is unknown. */
  instanceOf: (id: string) => StoreInstance | undefined
  now: () => Date
  /** What is played at a call; the right answer where it returns nothing. */
  faultAt: (push: ReceivedPush) => UsageFault | undefined
}

/** A push that arrived. */
export interface ReceivedPush {
  readonly form: 'new' | 'old'
  readonly records: readonly WireRecord[]
}

/** The pushes of the simulated store, and what it took. */
export interface UsageLedger {
  readonly rules: UsageRules
  /** How many records each call carried, and what it was answered with. */
  readonly calls: readonly { readonly form: string; readonly n: number; readonly answer: string }[]
  /** What it took, in the order of the calls. */
  readonly taken: readonly TakenUsage[]
  /** Records that it was sent again after it had taken them, by their ids or times. */
  readonly repeats: number
  /** Begins with what was taken before, and forgets everything else. */
  readonly restore: (kept: Pick<UsageLedger, 'calls' | 'taken'>) => void
  /** Answers a push; undefined for what is none. A word where the connection is to end without answer. */
  readonly serve: (call: StoreRequest) => WireAnswer | 'refuse' | 'hang' | undefined
}

/** Whether a call pushes usage. */
export function isUsage({ method, url }: StoreRequest): boolean {
  return method === 'POST' && paths.has(url.pathname)
}

/** Opens a ledger that takes everything of instances that it is asked about. */
export function createUsageLedger(now: () => Date): UsageLedger {
  const calls: UsageLedger['calls'][number][] = []
  const taken: TakenUsage[] = []
  const sns = new Set<string>()
  const times = new Set<string>()
  const seen = { repeats: 0 }
  const rules: UsageRules = {
    keys: [],
    limit: 1_000,
    tells: 'list',
    poison: new Map(),
    refusesAll: undefined,
    instanceOf: () => ({}),
    now,
    faultAt: () => undefined,
  }
  const books = (form: 'new' | 'old') => ({
    now: rules.now(),
    isNew: form === 'new',
    instanceOf: rules.instanceOf,
    hasSn: (sn: string) => sns.has(sn),
    hasTime: (record: TakenUsage) => times.has(timeKey(record)),
  })
  const enter = (record: TakenUsage) => {
    if (record.sn !== undefined) sns.add(record.sn)
    times.add(timeKey(record))
    taken.push(record)
  }
  const take = ({ form, records }: ReceivedPush): WireAnswer => {
    const abnormal = records.flatMap((record) => {
      const judged = judgeWire(record, books(form))
      if (typeof judged === 'string') {
        if (judged === '005' || judged === '010') seen.repeats += 1
        return [abnormalOf(record, judged)]
      }
      enter(judged)
      return []
    })
    return rules.tells === 'list' ? success(abnormal) : success([])
  }
  return {
    rules,
    calls,
    taken,
    get repeats() {
      return seen.repeats
    },
    restore(kept) {
      for (const one of [sns, times]) one.clear()
      calls.splice(0, Infinity, ...kept.calls)
      taken.splice(0)
      kept.taken.forEach(enter)
      seen.repeats = 0
    },
    serve(call) {
      const form = paths.get(call.url.pathname)
      if (form === undefined || call.method !== 'POST') return undefined
      const push = { form, records: recordsIn(call) ?? [] }
      const answer = answerTo(push, call, rules, take)
      const told = typeof answer === 'string' ? answer : String(answer.body['error_code'])
      calls.push({ form, n: push.records.length, answer: told })
      return answer
    },
  }
}

function answerTo(
  push: ReceivedPush,
  call: StoreRequest,
  rules: UsageRules,
  take: (push: ReceivedPush) => WireAnswer,
): WireAnswer | 'refuse' | 'hang' {
  const fault = rules.faultAt(push)
  if (fault === 'refuse' || fault === 'hang') return fault
  if (typeof fault === 'object') return refused(fault.code, fault)
  const code = refusalOf(push, call, rules)
  if (code !== undefined) return refused(code)
  const answer = take(push)
  if (fault === 'take-and-refuse') return 'refuse'
  if (fault === 'take-and-hang') return 'hang'
  return fault === 'name-others' ? success([{ metering_sn: 'nobody', error_code: '003' }]) : answer
}

function refusalOf(
  { form, records }: ReceivedPush,
  call: StoreRequest,
  rules: UsageRules,
): StoreCode | undefined {
  if (form === 'new' && !isSigned(call, rules.keys)) return 'MKT.0102'
  if (rules.refusesAll !== undefined) return rules.refusesAll
  if (records.length === 0) return 'MKT.0101'
  if (records.length > rules.limit) return 'MKT.9003'
  const isIncomplete = form === 'old' && records.some((record) => !record['product_id'])
  if (isIncomplete) return 'MKT.0199'
  const poisoned = records.map((record) => rules.poison.get(String(record['instance_id'])))
  return poisoned.find((one) => one !== undefined)
}

function isSigned({ headers, body }: StoreRequest, keys: readonly string[]): boolean {
  const { ts = '', nonce = '', signature = '' } = headers
  const given = Buffer.from(signature)
  return keys.some((key) => {
    const right = Buffer.from(signUsage({ key, ts, nonce, body: Buffer.from(body) }))
    return right.length === given.length && timingSafeEqual(right, given)
  })
}

function recordsIn({ body }: StoreRequest): readonly WireRecord[] | undefined {
  try {
    const { usage_records } = JSON.parse(Buffer.from(body).toString()) as {
      usage_records: WireRecord[]
    }
    return usage_records
  } catch {
    return undefined
  }
}

function timeKey({ instanceId, begin, end }: TakenUsage): string {
  return `${instanceId} ${begin} ${end}`
}

function abnormalOf(record: WireRecord, error_code: string) {
  const { metering_sn, instance_id, begin_time, end_time } = record
  const own = metering_sn === undefined ? { begin_time, end_time } : { metering_sn }
  return { ...own, instance_id, error_code, error_msg: `refused with ${error_code}` }
}

function success(abnormal: readonly object[]): WireAnswer {
  const data = abnormal.length === 0 ? {} : { data: { abnormal_usage_data: abnormal } }
  return { status: 200, body: { error_code: 'MKT.0000', error_msg: 'success', ...data } }
}

// As the documents' table pairs them.
const statuses: ReadonlyMap<string, number> = new Map([
  ['0101', 400],
  ['0102', 400],
  ['0199', 400],
  ['0150', 401],
  ['0151', 401],
  ['0154', 401],
  ['0250', 406],
])

function refused(
  code: string,
  { status, retryAfter }: { readonly status?: number; readonly retryAfter?: number } = {},
): WireAnswer {
  const body = { error_code: code, error_msg: `refused with ${code}` }
  return {
    status: status ?? statuses.get(code.slice(-4)) ?? 500,
    body,
    ...(retryAfter !== undefined && { headers: { 'retry-after': String(retryAfter) } }),
  }
}
