import type { SellerSchemas } from '../../contract/index.ts'
import { departmentTime, pathUp, saveDepartment } from '../../db/department/departments.ts'
import { type Department, cycleRefusal } from '../../domain/department/department.ts'
import { isStale } from '../../domain/tenant/tenant.ts'
import type { Handle } from '../handler.ts'
import { toldDepartments } from '../../events/told-tenant.ts'
import {
  type LockedBinding,
  withBindingLock,
  changeOf,
  newVersion,
  refuseMissing,
  timeOf,
} from './kit-call.ts'

/** Adds, changes, moves or deletes one department; a move that makes a cycle is refused. */
export const singleOrgSync: Handle<SellerSchemas['SingleOrgSync']> = (call) => {
  const { orgCode, orgName: name = '', parentCode } = call.body
  const department = { orgCode, name, parentCode: parentCode ?? null }
  const change = changeOf(call.body)
  refuseMissing(change, { orgName: call.body.orgName })
  const state = change === 'delete' ? 'deleted' : 'present'
  const timeStamp = timeOf(call.body)
  if (state === 'present' && parentCode === orgCode) throw cycleRefusal([orgCode, orgCode])
  return withBindingLock(call, async (locked) => {
    const { transaction, binding } = locked
    const kept = await departmentTime(transaction, binding, orgCode)
    if (isStale(timeStamp, kept) || isStale(timeStamp, binding.departmentsAt)) return []
    const cycle = state === 'present' ? await cycleWith(department, locked) : undefined
    // Saved debug cases come again in any order, and a test call succeeds: it changes nothing then.
    if (cycle !== undefined && call.test) return []
    if (cycle !== undefined) throw cycleRefusal(cycle)
    await saveDepartment(transaction, binding, { department, state, timeStamp, now: call.now })
    return [toldDepartments(await newVersion(locked), { orgCode, timeStamp })]
  })
}

async function cycleWith(
  { orgCode, parentCode }: Department,
  { transaction, binding }: LockedBinding,
): Promise<readonly string[] | undefined> {
  if (parentCode === null) return undefined
  const path = await pathUp(transaction, binding, { from: parentCode, to: orgCode })
  return path.length > 0 ? [orgCode, ...path, orgCode] : undefined
}
