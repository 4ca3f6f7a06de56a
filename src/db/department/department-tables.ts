import type { DepartmentState } from '../../domain/department/department.ts'
import type { Generated } from 'kysely'
import type { KitColumns } from '../tenant/tenant-tables.ts'

export interface KitDepartmentTable extends KitColumns {
  id: Generated<string>
  org_code: string
  name: string
  parent_code: string | null
  state: DepartmentState
  time_stamp: Date
}
