import { sql } from 'kysely'
import type {
  Department,
  DepartmentState,
  NewerDepartment,
} from '../../domain/department/department.ts'
import type { BindingKey } from '../../domain/tenant/tenant.ts'
import type { Database } from '../database.ts'
import { bindingColumns, insertedColumns, originColumns } from '../tenant/bindings.ts'

/** A change of one department. */
export interface DepartmentChange {
  readonly department: Department
  readonly state: DepartmentState
  readonly timeStamp: Date
  readonly now: Date
}

/** Condition for the departments of a binding, in a table or under a name for it. */
function ofBinding(key: BindingKey, table: string) {
  const columns = Object.entries(bindingColumns(key))
  return sql.join(
    columns.map(([name, value]) => sql`${sql.ref(`${table}.${name}`)} = ${value}`),
    sql` and `,
  )
}

/** The time of a department, if it is known. */
export async function departmentTime(
  transaction: Database,
  key: BindingKey,
  orgCode: string,
): Promise<Date | null> {
  const row = await transaction
    .selectFrom('kit_departments')
    .select('time_stamp')
    .where((where) => where.and({ ...bindingColumns(key), org_code: orgCode }))
    .executeTakeFirst()
  return row?.time_stamp ?? null
}

const ofDepartment = ['tenant_id', 'site', 'test_address', 'instance_id', 'org_code'] as const

/** Writes one department; one that is deleted keeps the name and the parent that were known. */
export async function saveDepartment(
  transaction: Database,
  key: BindingKey,
  { department, state, timeStamp, now }: DepartmentChange,
): Promise<void> {
  const facts = { name: department.name, parent_code: department.parentCode }
  const changed = { state, time_stamp: timeStamp, updated_at: now }
  await transaction
    .insertInto('kit_departments')
    .values({
      ...bindingColumns(key),
      ...originColumns(key),
      org_code: department.orgCode,
      ...facts,
      ...changed,
      created_at: now,
    })
    .onConflict((conflict) =>
      conflict
        .columns(ofDepartment)
        .doUpdateSet(state === 'present' ? { ...facts, ...changed } : changed),
    )
    .execute()
}

/**
 * The codes from a present department upwards if they lead to another one, which need not be present
 * itself; else none.
 */
export async function pathUp(
  transaction: Database,
  key: BindingKey,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<string[]> {
  const { rows } = await sql<{ org_code: string; parent_code: string | null }>`
    with recursive up (org_code, parent_code, step) as (
      select ${from}::text, parent_code, 1 from kit_departments
      where ${ofBinding(key, 'kit_departments')} and org_code = ${from} and state = 'present'
      union all
      select above.org_code, above.parent_code, up.step + 1 from up
      join kit_departments above on ${ofBinding(key, 'above')}
        and above.org_code = up.parent_code and above.state = 'present'
      where up.parent_code <> ${to})
    select org_code, parent_code from up order by step`.execute(transaction)
  return rows.at(-1)?.parent_code === to ? rows.map(({ org_code }) => org_code) : []
}

/** The departments of which something newer is kept than a time. */
export async function newerDepartments(
  transaction: Database,
  key: BindingKey,
  time: Date,
): Promise<NewerDepartment[]> {
  return transaction
    .selectFrom('kit_departments')
    .select(['org_code as orgCode', 'parent_code as parentCode', 'state'])
    .where((where) => where.and(bindingColumns(key)))
    .where('time_stamp', '>', time)
    .execute()
}

/** A full list, no department twice. */
export interface FullList {
  readonly departments: readonly Department[]
  readonly timeStamp: Date
  readonly now: Date
}

/**
 * Replaces the departments by a full list, but for those of which something newer is kept; those that
 * it lacks become absent. What the list leaves as it is is not written: the time of the list itself
 * stands in the binding. Returns whether anything changed.
 */
export async function replaceDepartments(
  transaction: Database,
  key: BindingKey,
  list: FullList,
): Promise<boolean> {
  const added = await addDepartments(transaction, key, list)
  const absent = await markAbsent(transaction, key, list)
  return added + absent > 0n
}

// Only what differs: a row that meets a conflict is written, if only to lock it. The binding is locked.
// Hashed lists, for the reason below. No department has an empty code.
async function addDepartments(
  transaction: Database,
  key: BindingKey,
  { departments, timeStamp, now }: FullList,
): Promise<bigint> {
  const { names, values } = insertedColumns(key)
  const { numAffectedRows } = await sql`
    insert into kit_departments (
      ${names}, org_code, name, parent_code, state, time_stamp, created_at, updated_at)
    select ${values}, one."orgCode", one.name, one."parentCode", 'present', ${timeStamp}::timestamptz,
      ${now}::timestamptz, ${now}::timestamptz
    from json_to_recordset(${JSON.stringify(departments)}::json) as one (
      "orgCode" text, name text, "parentCode" text)
    where one."orgCode" not in (
        select org_code from kit_departments
        where ${ofBinding(key, 'kit_departments')} and time_stamp > ${timeStamp}::timestamptz)
      and (one."orgCode", one.name, coalesce(one."parentCode", '')) not in (
        select org_code, name, coalesce(parent_code, '') from kit_departments
        where ${ofBinding(key, 'kit_departments')} and state = 'present')
    on conflict (tenant_id, site, test_address, instance_id, org_code) do update set
      name = excluded.name, parent_code = excluded.parent_code, state = excluded.state,
      time_stamp = excluded.time_stamp, updated_at = excluded.updated_at`.execute(transaction)
  return numAffectedRows ?? 0n
}

// A hashed list: planned as a join it may be compared row by row with each of 50,000 codes.
async function markAbsent(
  transaction: Database,
  key: BindingKey,
  { departments, timeStamp, now }: FullList,
): Promise<bigint> {
  const codes = JSON.stringify(departments.map(({ orgCode }) => orgCode))
  const { numAffectedRows } = await sql`
    update kit_departments
    set state = 'absent', time_stamp = ${timeStamp}::timestamptz, updated_at = ${now}::timestamptz
    where ${ofBinding(key, 'kit_departments')} and state = 'present'
      and time_stamp <= ${timeStamp}::timestamptz
      and org_code not in (select json_array_elements_text(${codes}::json))`.execute(transaction)
  return numAffectedRows ?? 0n
}
