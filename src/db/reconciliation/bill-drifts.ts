import { type RawBuilder, sql } from 'kysely'
import type { Database } from '../database.ts'
import type { BillOf } from './bill-lines.ts'
import type { BillState } from './reconciliation-tables.ts'

/** When a bill is compared, and which windows it should have. */
export interface BillSpan {
  readonly from: Date
  readonly to: Date
  readonly now: Date
  /** What was taken later may not have come into the bill. */
  readonly settledBefore: Date
}

const iso = (time: string) =>
  sql.raw(`to_char(${time} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`)

// Of several records of one window the first that was not refused counts.
const placed = ({ id }: BillOf) => sql`
  select l.*, row_number() over (partition by window_sn, refused order by line) as place
  from reconciliation_bill_lines l where reconciliation_id = ${id}`

/** A drift as a select tells it: its columns by name. */
interface Told {
  readonly kind: string
  readonly repair: RawBuilder<unknown>
  readonly text: RawBuilder<unknown>
  readonly from: RawBuilder<unknown>
}

// l is the record of the bill and w the window, either of which may be missing.
async function insert(
  db: Database,
  { id, site }: BillOf,
  { kind, repair, text, from }: Told,
  now: Date,
) {
  await sql`
    insert into reconciliation_drifts (id, reconciliation_id, key, kind, repair, state, site, instance_id,
      text, differences, usage, value, found_at)
    select gen_random_uuid(), ${id}, ${kind} || ' ' || coalesce(w.metering_sn::text, '') || ' '
        || coalesce(l.line::text, ''),
      ${kind}, ${repair}, 'open', ${site}, coalesce(w.instance_id, l.instance_id), ${text}, '[]',
      jsonb_build_object(
        'beginTime', ${iso('coalesce(w.begin_time, l.begin_time)')},
        'endTime', ${iso('coalesce(w.end_time, l.end_time)')},
        'meteringSn', coalesce(w.metering_sn::text, left(l.metering_sn, 64)),
        'value', trim_scale(w.value)::text,
        'billedValue', trim_scale(l.value)::text,
        'line', l.line),
      case when ${repair} = 'send_again' then w.value end, ${now}
    ${from}`.execute(db)
}

/** Keeps what the bill has and was not sent. */
export async function findBilledNotSent(db: Database, bill: BillOf, now: Date): Promise<void> {
  await insert(
    db,
    bill,
    {
      kind: 'billed_not_sent',
      repair: sql`'none'`,
      text: sql`case when w.metering_sn is null then 'the bill has this record of usage, and no window here is of its instance and time'
        when w.state <> 'taken' then 'the bill has this record of usage, and here it is ' || w.state
        else 'the bill has this record of usage more than once' end`,
      from: sql`from (${placed(bill)}) l left join usage_windows w on w.metering_sn = l.window_sn
        where not l.refused and (w.metering_sn is null or w.state <> 'taken' or l.place > 1)`,
    },
    now,
  )
}

/** Keeps what the bill has with another value. */
export async function findOtherValues(db: Database, bill: BillOf, now: Date): Promise<void> {
  await insert(
    db,
    bill,
    {
      kind: 'value_differs',
      repair: sql`'none'`,
      text: sql`'the bill has this record of usage with another value: ask the store, since what was sent cannot be amended'`,
      from: sql`from (${placed(bill)}) l join usage_windows w on w.metering_sn = l.window_sn
        where not l.refused and l.place = 1 and w.state = 'taken' and w.value <> l.value`,
    },
    now,
  )
}

// After its deadline the store takes it no more.
const sendAgain = (now: Date) =>
  sql`case when w.deadline > ${now} then 'send_again' else 'none' end`
const tooOld = (now: Date) =>
  sql`case when w.deadline > ${now} then '' else '; it is too old to be sent again' end`

/** Keeps what the store took and the bill lacks, or has in a state that reads like a refusal. */
export async function findSentNotBilled(
  db: Database,
  bill: BillOf,
  { from, to, now, settledBefore }: BillSpan,
): Promise<void> {
  const missing = sql`w.site = ${bill.site} and not w.test and w.state = 'taken'
    and w.end_time > ${from} and w.end_time <= ${to} and w.updated_at < ${settledBefore}
    and not exists (select from reconciliation_bill_lines b
      where b.reconciliation_id = ${bill.id} and b.window_sn = w.metering_sn and not b.refused)`
  const refused = sql`(select * from (${placed(bill)}) one where refused and place = 1)`
  await insert(
    db,
    bill,
    {
      kind: 'sent_not_billed',
      repair: sendAgain(now),
      text: sql`'the store took this record of usage, and the bill lacks it' || ${tooOld(now)}`,
      from: sql`from usage_windows w left join ${refused} l on l.window_sn = w.metering_sn
        where ${missing} and l.line is null`,
    },
    now,
  )
  await insert(
    db,
    bill,
    {
      kind: 'sent_not_accepted',
      repair: sendAgain(now),
      text: sql`'the store took this record of usage, and the bill has it as ' || coalesce(l.state, '') || ${tooOld(now)}`,
      from: sql`from usage_windows w join ${refused} l on l.window_sn = w.metering_sn
        where ${missing}`,
    },
    now,
  )
}

/** What a bill came to as a whole. */
export interface BillSums {
  readonly lines: number
  readonly billedValue: string
  readonly matched: number
  readonly states: readonly BillState[]
}

const mostStates = 50

/** Sums a bill up. */
export async function sumBill(db: Database, bill: BillOf): Promise<BillSums> {
  const { rows } = await sql<Omit<BillSums, 'states'>>`
    select count(*)::integer as lines,
      trim_scale(coalesce(sum(l.value) filter (where not refused), 0))::text as "billedValue",
      (count(*) filter (where not refused and place = 1 and w.state = 'taken'
        and w.value = l.value))::integer as matched
    from (${placed(bill)}) l left join usage_windows w on w.metering_sn = l.window_sn`.execute(db)
  const { rows: states } = await sql<BillState>`
    select state as word, count(*)::integer as lines, bool_or(refused) as refused
    from reconciliation_bill_lines where reconciliation_id = ${bill.id} and state is not null
    group by state order by count(*) desc, state limit ${mostStates}`.execute(db)
  const sums = rows[0] ?? { lines: 0, billedValue: '0', matched: 0 }
  return { ...sums, states }
}
