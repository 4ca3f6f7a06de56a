import type { SellerSchemas } from '../../contract/index.ts'
import { saveBinding } from '../../db/tenant/bindings.ts'
import { newerDepartments, replaceDepartments } from '../../db/department/departments.ts'
import {
  type Department,
  byCode,
  cycleRefusal,
  findCycle,
  parentsOf,
  withNewer,
} from '../../domain/department/department.ts'
import { isStale } from '../../domain/tenant/tenant.ts'
import type { Call } from '../call.ts'
import type { Handle } from '../handler.ts'
import { toldDepartments } from '../../events/told-tenant.ts'
import { type KitBody, withBindingLock, itemsOf, newVersion, storable, timeOf } from './kit-call.ts'

type AllOrgSyncV1 = SellerSchemas['AllOrgSyncV1']
type AllOrgSyncV2 = SellerSchemas['AllOrgSyncV2']
type KitDepartment = SellerSchemas['KitDepartment']

/** Replaces all departments of a binding by the list of the call. */
export const allOrgSync: Handle<AllOrgSyncV1 | AllOrgSyncV2> = (call) => {
  return replace(call, byCode(listIn(call.body).map(toDepartment)))
}

function listIn(body: AllOrgSyncV1 | AllOrgSyncV2): readonly KitDepartment[] {
  if ('orgInfoList' in body) return itemsOf('orgInfoList', body.orgInfoList)
  return 'orgInfo' in body ? itemsOf('orgInfo', body.orgInfo) : []
}

function replace(call: Call<KitBody>, listed: ReadonlyMap<string, Department>) {
  const timeStamp = timeOf(call.body)
  const departments = [...listed.values()]
  const parents = parentsOf(departments)
  refuseCycle(findCycle(parents))
  return withBindingLock(call, async (locked) => {
    const { transaction, binding } = locked
    if (isStale(timeStamp, binding.departmentsAt)) return []
    const newer = await newerDepartments(transaction, binding, timeStamp)
    const cycle = newer.length === 0 ? undefined : findCycle(withNewer(parents, newer))
    // Saved debug cases come again in any order, and a test call succeeds: it changes nothing then.
    if (cycle !== undefined && call.test) return []
    refuseCycle(cycle)
    const list = { departments, timeStamp, now: call.now }
    const isChanged = await replaceDepartments(transaction, binding, list)
    await saveBinding(transaction, { ...binding, departmentsAt: timeStamp })
    if (!isChanged) return []
    return [toldDepartments(await newVersion(locked), { orgCode: null, timeStamp })]
  })
}

function refuseCycle(cycle: readonly string[] | undefined): void {
  if (cycle !== undefined) throw cycleRefusal(cycle)
}

function toDepartment(item: KitDepartment): Department {
  const { orgCode, orgName, OrgName, name, parentCode } = item
  return {
    orgCode: storable('orgCode', orgCode),
    name: storable('orgName', [orgName, OrgName, name].find(Boolean) ?? ''),
    parentCode: parentCode ? storable('parentCode', parentCode) : null,
  }
}
