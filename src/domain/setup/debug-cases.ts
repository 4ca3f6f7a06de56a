import type { SellerOperation } from '../../contract/index.ts'
import type { InterfaceType } from '../address.ts'
import type { ProductPath } from '../public-address.ts'

/** In which way a product has to be sold to need a case; what the store's pages call optional is so. */
export type Condition = 'period' | 'upgrade' | 'renewal-change' | 'on-demand' | 'optional'

/** A case that the store debugs and saves, and replays twice a day once the product is on sale. */
export interface DebugCase {
  readonly operation: SellerOperation
  readonly activity: string
  readonly condition: Condition | null
}

/** Interfaces that are debugged together, at one production address. */
export interface InterfaceGroup {
  readonly interfaceType: InterfaceType
  /** The end of the address. */
  readonly product: ProductPath
  /** A product is sold by it, and not only told of. */
  readonly sells: boolean
  readonly cases: readonly DebugCase[]
}

function cases(
  operation: SellerOperation,
  activities: Readonly<Record<string, Condition | null>>,
): readonly DebugCase[] {
  return Object.entries(activities).map(([activity, condition]) => ({
    operation,
    activity,
    condition,
  }))
}

const kitCases = (generation: 'V1' | 'V2') => [
  ...cases(`kitTenantSync${generation}`, { tenantSync: null }),
  ...cases(`kitApplicationSync${generation}`, { applicationSync: null }),
  ...cases(`kitAuthSync${generation}`, { authSync: null }),
  ...cases(`kitSingleOrgSync${generation}`, { singleOrgSync: null }),
  ...cases(`kitAllOrgSync${generation}`, { allOrgSync: null }),
]

/**
 * The interfaces that a production address may have, and the cases that a product of theirs needs. Those of
 * SaaS stand at https://support.huaweicloud.com/accessg-marketplace/zh-cn_topic_0070649414.html (V2) and
 * saas_topic_0000001.html (V1); that refresh and status of V2 are for the period is inferred from V1.
 */
export const interfaceGroups: readonly InterfaceGroup[] = [
  {
    ...{ interfaceType: 'basic', product: 'saas', sells: true },
    cases: cases('saasV2', {
      newInstance: null,
      queryInstance: null,
      refreshInstance: 'period',
      updateInstanceStatus: 'period',
      releaseInstance: null,
      upgradeInstance: 'upgrade',
      changeInstanceCheck: 'renewal-change',
    }),
  },
  {
    ...{ interfaceType: 'license', product: 'license-code', sells: true },
    cases: cases('licenseC', {
      refreshLicenseCode: null,
      updateLicenseCodeStatus: null,
      releaseLicenseCode: 'optional',
    }),
  },
  {
    ...{ interfaceType: 'basic', product: 'license', sells: true },
    cases: cases('licenseA', {
      newInstance: null,
      refreshInstance: null,
      updateInstanceStatus: null,
      releaseInstance: null,
      getLicenseAsync: null,
    }),
  },
  {
    ...{ interfaceType: 'v1', product: 'saas', sells: true },
    cases: cases('saasV1', {
      newInstance: null,
      refreshInstance: 'period',
      expireInstance: 'period',
      releaseInstance: null,
      upgrade: 'upgrade',
      instanceStatus: 'on-demand',
      queryInstance: 'on-demand',
    }),
  },
  {
    ...{ interfaceType: 'v1', product: 'license', sells: true },
    cases: cases('licenseB', {
      getLicense: null,
      refreshLicense: 'period',
      expireLicense: 'period',
      releaseLicense: null,
    }),
  },
  {
    ...{ interfaceType: 'kit', product: 'saas', sells: false },
    cases: kitCases('V2'),
  },
  {
    ...{ interfaceType: 'v1', product: 'saas', sells: false },
    cases: kitCases('V1'),
  },
  {
    ...{ interfaceType: 'order', product: 'orders', sells: false },
    cases: cases('orders', { orderNotify: null }),
  },
]

/** The activities by which a buyer gets something. */
export const purchaseActivities: readonly string[] = ['newInstance', 'getLicense']
