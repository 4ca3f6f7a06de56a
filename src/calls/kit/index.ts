import { allOrgSync } from './all-org-sync.ts'
import { applicationSync } from './application-sync.ts'
import { authSync } from './auth-sync.ts'
import { singleOrgSync } from './single-org-sync.ts'
import { tenantSync } from './tenant-sync.ts'

/** The operations of the joint-operation kit; V1 and V2 send the same. */
export const kitHandlers = {
  kitTenantSyncV1: tenantSync,
  kitTenantSyncV2: tenantSync,
  kitApplicationSyncV1: applicationSync,
  kitApplicationSyncV2: applicationSync,
  kitAuthSyncV1: authSync,
  kitAuthSyncV2: authSync,
  kitSingleOrgSyncV1: singleOrgSync,
  kitSingleOrgSyncV2: singleOrgSync,
  kitAllOrgSyncV1: allOrgSync,
  kitAllOrgSyncV2: allOrgSync,
}
