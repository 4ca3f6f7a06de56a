import type { Handler } from '../call.ts'
import { allOrgSync } from './all-org-sync.ts'
import { applicationSync } from './application-sync.ts'
import { authSync } from './auth-sync.ts'
import { singleOrgSync } from './single-org-sync.ts'
import { tenantSync } from './tenant-sync.ts'

/** Who handles a call of an operation of the joint-operation kit; V1 and V2 send the same. */
export const kitOperations = {
  kitTenantSyncV1: of('tenantSync', tenantSync),
  kitTenantSyncV2: of('tenantSync', tenantSync),
  kitApplicationSyncV1: of('applicationSync', applicationSync),
  kitApplicationSyncV2: of('applicationSync', applicationSync),
  kitAuthSyncV1: of('authSync', authSync),
  kitAuthSyncV2: of('authSync', authSync),
  kitSingleOrgSyncV1: of('singleOrgSync', singleOrgSync),
  kitSingleOrgSyncV2: of('singleOrgSync', singleOrgSync),
  kitAllOrgSyncV1: of('allOrgSync', allOrgSync),
  kitAllOrgSyncV2: of('allOrgSync', allOrgSync),
}

function of<Body>(activity: string, handle: Handler<Body>) {
  // The contract vouches for the body of each operation.
  return { family: 'kit' as const, activity, handle: handle as Handler<unknown> }
}
