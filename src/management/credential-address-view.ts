import type { ManagementSchemas } from '../contract/index.ts'
import type { AddressCall } from '../db/credential/address-calls.ts'
import type { CountAt } from '../db/credential/application-uses.ts'
import type { Address } from '../domain/address.ts'
import { productionAddress, signOnPage } from '../domain/public-address.ts'

/** An address as a credential may stand at it, with its pairs of keys, the current one first. */
export interface CredentialPlace {
  readonly address: Address
  readonly isCurrent: boolean
  readonly publicKey: string | null
  readonly fingerprints: readonly string[]
}

/** What came of a credential, at all addresses. */
export interface SeenOfCredential {
  readonly applications: readonly CountAt[]
  readonly instances: readonly CountAt[]
  readonly calls: readonly AddressCall[]
  /** How the world reaches Koogate, if that is known. */
  readonly publicUrl: string | undefined
}

/** An address, what of it is pasted into the form of a credential, and what came to it. */
export function viewCredentialAddress(
  { address, isCurrent, publicKey, fingerprints }: CredentialPlace,
  { applications, instances, calls, publicUrl }: SeenOfCredential,
): ManagementSchemas['CredentialAddress'] {
  const { name, site, sso } = address
  const here = calls.filter((call) => call.address === name)
  const signOn = (page: 'login' | 'callback') =>
    sso && publicUrl !== undefined ? signOnPage(publicUrl, address, page) : null
  const real = here.filter(({ test }) => !test).map(({ last_at }) => last_at.getTime())
  return {
    address: name,
    site,
    current: isCurrent,
    productionAddresses: publicUrl === undefined ? [] : productionAddresses(publicUrl, address),
    publicKey,
    fingerprint: fingerprints[0] ?? null,
    loginUrl: signOn('login'),
    callbackUrl: signOn('callback'),
    kitCases: kitCases.map((activity) => viewCase(activity, here)),
    applications: countAt(applications, name),
    instances: countAt(instances, name),
    lastCallAt: real.length === 0 ? null : new Date(Math.max(...real)).toISOString(),
  }
}

const products = ['saas', 'license', 'license-code'] as const

function productionAddresses(publicUrl: string, address: Address) {
  return products.map((product) => ({
    product,
    url: productionAddress(publicUrl, address, product),
  }))
}

function countAt(counts: readonly CountAt[], name: string): number {
  return counts.find(({ address }) => address === name)?.count ?? 0
}

const kitCases = [
  'tenantSync',
  'applicationSync',
  'authSync',
  'singleOrgSync',
  'allOrgSync',
] as const
const generations = ['V1', 'V2'] as const

function viewCase(
  activity: (typeof kitCases)[number],
  here: readonly AddressCall[],
): ManagementSchemas['CredentialCase'] {
  const seen = generations.flatMap((generation) => {
    const operation = `kit${activity.replace(/^./, (first) => first.toUpperCase())}${generation}`
    const call = here.find((one) => one.test && one.operation === operation)
    return call === undefined ? [] : [{ generation, call }]
  })
  const [last] = seen.toSorted(
    (one, other) => other.call.last_at.getTime() - one.call.last_at.getTime(),
  )
  return {
    activity,
    generation: last?.generation ?? null,
    seenAt: last?.call.last_at.toISOString() ?? null,
    resultCode: last?.call.last_code ?? null,
  }
}
